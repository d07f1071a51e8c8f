"""Pictures of the pages, for people to look at: NORON_PICTURES=FOLDER keeps them there.

NORON_PICTURES=docs/pictures make test ARGS=tests/browser/test_pictures.py
"""

import os
from pathlib import Path
from typing import Any

import pytest
from tests.browser.visit import LabServer, Visit

LANGUAGES = {"en": "en-GB", "vi": "vi-VN"}
SPIRALS = "playground?data=spirals&hidden=8,6&learning_rate=0.3&seed=4"
STEPS = 3000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_picture_of_the_playground(
    width: int, language: str, chromium: Any, server: LabServer, tmp_path: Path
):
    folder = Path(os.environ.get("NORON_PICTURES", tmp_path))
    theme = "dark" if language == "vi" else "light"
    context = chromium.new_context(
        viewport={"width": width, "height": 860}, locale=LANGUAGES[language], color_scheme=theme
    )
    visit = Visit(context.new_page(), server).open(f"{SPIRALS}&at={STEPS}")
    visit.until(lambda: visit.step == STEPS)
    visit.page.wait_for_timeout(300)
    path = folder / f"lab-{width}{'.vi' if language == 'vi' else ''}.jpg"
    visit.page.screenshot(path=path, type="jpeg", quality=72)
    assert path.stat().st_size > 10_000
    assert visit.value("document.documentElement.scrollWidth") <= width
    assert visit.errors == []
    context.close()
