"""Draw the README's picture anew: `make screenshot`.

The medical graph is loaded into a folder of its own and asked; the picture shows the answer with a sentence lit.
It takes about a minute.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.browser.conftest import Talk
from tests.browser.hosting import ROOT, arguments, executable, real_site

PICTURE = ROOT / "templates" / "docs" / "chat.png"
WIDTH, HEIGHT = 1440, 900
QUESTION = "Which diseases have both aortic dissection and arachnodactyly?"
LONG = 120_000  # milliseconds: the first question waits for the language tools


def main() -> None:
    """Load, serve, ask, light a sentence and write the picture."""
    with TemporaryDirectory() as folder, real_site(Path(folder), "--pack", "medical", "--graph", "medical") as address:
        draw(address)
    print(f"{PICTURE.relative_to(ROOT)} is drawn anew.")


def draw(address: str) -> None:
    """Take the picture of the site at this address."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=executable(), args=arguments())
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, base_url=address)
        page.set_default_timeout(LONG)
        talk = Talk(page, "medical")
        talk.ask("What is arachnodactyly?")  # warms up: the picture shows how long an answer takes
        page.goto("/g/medical/")
        talk.ask(QUESTION)
        page.wait_for_timeout(3000)
        talk.turn.locator(".claim").first.hover()
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
