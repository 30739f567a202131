"""Waiting in a tab whose page forbids to run texts as scripts, which Playwright's own waiting does."""


def until(tab, function: str, argument=None):
    """Waits until a function of the page is true, for at most five seconds."""
    for _ in range(100):
        if tab.evaluate(function, argument):
            return
        tab.wait_for_timeout(50)
    raise AssertionError(f"never true: {function}")
