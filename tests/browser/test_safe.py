"""Nothing that somebody else has written runs in a page: 60 texts in each place of a link."""

from urllib.parse import quote

import pytest
from tests.browser.payloads import PAYLOADS
from tests.browser.visit import Visit

PLACES = {
    "key": "playground?{}=1",
    "data": "playground?data={}",
    "activation": "playground?activation={}",
    "layers": "playground?layers=[{{name={}}}]",
    "view": "playground?view={}",
    "at": "playground?at={}",
    "page": "{}",
    "packed": "playground?z={}",
}


@pytest.mark.parametrize("place", PLACES)
def test_no_script_of_a_link_runs(place: str, visit: Visit):
    visit.open()
    for payload in PAYLOADS:
        address = PLACES[place].format(quote(payload, safe=""))
        visit.page.evaluate("(to) => { location.hash = to }", f"#/{address}")
        visit.page.evaluate("(to) => { location.hash = to }", f"#/{PLACES[place].format(payload)}")
    visit.page.wait_for_timeout(500)
    assert visit.value("window.executed") is None
    assert visit.page.locator("main script, main iframe, main object, main embed").count() == 0
    assert visit.page.locator("[onerror], [onload], [ontoggle], [onfocus]").count() == 0
    visit.open()  # and it still works
    visit.button("One batch").click()
    visit.until(lambda: visit.step == 1)


def test_no_cookie_and_no_key_in_the_address(visit: Visit):
    requests: list[dict[str, str]] = []
    visit.page.on("request", lambda request: requests.append(request.headers))
    visit.open("playground?data=xor")
    assert visit.value("document.cookie") == ""
    assert visit.server.key not in visit.page.url
    assert not any(visit.server.key in str(headers.get("referer")) for headers in requests)
    assert visit.page.context.cookies() == []
