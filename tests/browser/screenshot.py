"""Draw the README's picture anew: `make screenshot`.

The site of the browser tests answers; the picture shows an answer with a sentence lit.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ROOT, Talk, arguments, executable, free_port, wait_for

PICTURE = ROOT / "templates" / "docs" / "chat.png"
WIDTH, HEIGHT = 1440, 900


def main() -> None:
    """Serve, ask, light a sentence and write the picture."""
    with TemporaryDirectory() as data:
        address = f"http://127.0.0.1:{(port := free_port())}"
        environment = {**os.environ, "LOREGRAPH_DATA": data}
        log = (Path(data) / "log").open("wb")
        command = [sys.executable, "-m", "tests.browser.serve", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            wait_for(server, address, Path(log.name))
            draw(address)
        finally:
            server.terminate()
            server.wait(20)
    print(f"{PICTURE.relative_to(ROOT)} is drawn anew.")


def draw(address: str) -> None:
    """Take the picture of the site at this address."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=executable(), args=arguments())
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, base_url=address)
        talk = Talk(page)
        talk.ask("Which moons orbit Jupiter?")
        page.wait_for_timeout(2500)
        talk.turn.locator(".claim").nth(1).hover()
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
