"""What people put around a request without changing its kind: greetings, politeness, reasons."""

BEFORE = (
    *("please ", "hi, ", "hello! ", "hey, ", "ok, ", "so ", "well, ", "quick question: ", "good morning. "),
    *("excuse me, ", "one more thing: ", "for my class: ", "I'm curious: ", "thanks! now ", "sorry to bother you, "),
    *("just wondering, ", "could you help me? ", "i have a request. ", "next: ", "listen, "),
)
AFTER = (
    *(" please", " thanks", " thank you!", ", if you can", ". thanks in advance", " pls", ", i'd be grateful"),
    *(". I need it for a talk tomorrow.", " asap", ". It's for a friend.", ", would you?", " - any help is welcome"),
)


def wrapped(text: str, number: int) -> str:
    """Return the text in one of these manners; the number picks it."""
    if number % 2:
        return BEFORE[number // 2 % len(BEFORE)] + text
    return text.rstrip(" .?!") + AFTER[number // 2 % len(AFTER)]
