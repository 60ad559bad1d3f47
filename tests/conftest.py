"""Fixtures for all tests."""

import shutil
from pathlib import Path

import pytest
from calling import Ran, accord, seeds

from pipeline.knowledge import Knowledge, load

ROOT = Path(__file__).parent.parent
SWITCHES = ("no-sandbox", "disable-gpu", "disable-background-networking", "no-first-run", "disable-component-update")


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(ROOT / "models")


@pytest.fixture(scope="session")
def browser():
    """A real browser without a window, one for all tests; skipped where there is none."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -e '.[dev]'")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    with driver.sync_playwright() as playwright:
        arguments = [f"--{one}" for one in (*SWITCHES, "disable-sync")]
        launched = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield launched
        launched.close()


@pytest.fixture
def tab(browser):
    """A new tab of a fresh profile, wide, in English; what goes wrong on its page fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", accept_downloads=True)
    context.set_default_timeout(10_000)
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    yield page
    context.close()
    assert faults == []


@pytest.fixture(scope="session")
def seed_run(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """`accord run` on the seeds; read its outputs, do not change them."""
    folder = tmp_path_factory.mktemp("seeds")
    ran = accord("run", seeds(folder / "corpus"), folder / "outputs", PYTHONHASHSEED="1")
    assert ran.code == 0, ran.err
    return ran
