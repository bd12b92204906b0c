"""The charts of the built site as a reader meets them: by eye, by keyboard, on paper, without JavaScript.

Each page with charts is visited three times; subtests tell its charts apart.
"""

import re

import pytest

from book import charts
from book.cli.site import OUTPUT
from book.sphinxext import ROOT

pytestmark = pytest.mark.browser
CELL = re.compile(r'^chart\("([a-z0-9-]+)"', re.MULTILINE)
DECLARED = {
    path.relative_to(ROOT).with_suffix(".html").as_posix(): names
    for path in sorted((ROOT / "chapters").glob("*.md"))
    if (names := CELL.findall(path.read_text("utf-8")))
}
PLACES = [(page, name) for page, names in DECLARED.items() for name in names]
PLOTTED = [(page, name) for page, name in PLACES if not charts.get(name).script]
MOSAIC = [(page, name) for page, name in PLACES if name == "mozaiek-productcodes"]


def figure_of(page, name: str, drawn: bool = True):
    """Scroll to a chart and wait until it is drawn."""
    figure = page.locator(f"#fig-{name}")
    figure.scroll_into_view_if_needed()
    if drawn:
        page.wait_for_selector(f"#fig-{name}[data-state=drawn]", timeout=15_000)
    return figure


def rooms(page) -> dict[str, float]:
    """The height that the page keeps free for each chart before it is drawn."""
    return page.evaluate("""Object.fromEntries([...document.querySelectorAll("figure.chart")].map((one) =>
        [one.dataset.chart, parseFloat(getComputedStyle(one.querySelector(".chart-area")).minHeight)]))""")


def fills_its_room(figure, room: float) -> None:
    """Nothing beneath a drawing moves when it comes."""
    assert figure.locator(".chart-drawing").is_visible() and not figure.locator(".chart-picture").is_visible()
    assert 0 <= figure.locator(".chart-area").evaluate("one => one.offsetHeight") - room <= 12


def has_a_name_a_description_and_a_live_read_out(figure, chart) -> None:
    drawing = figure.locator(".chart-drawing")
    assert chart.title.split(":")[0].split()[0] in drawing.get_attribute("aria-label")
    described = figure.locator(f"#{drawing.get_attribute('aria-describedby')}")
    assert described.text_content() == chart.alt
    assert figure.locator("[aria-live=polite]").count() == 1


def draws_the_traces_meant(figure, chart) -> None:
    drawn = figure.locator(".js-plotly-plot").evaluate("plot => plot._fullData.map((one) => one.type)")
    assert drawn == [trace["type"] for trace in chart.figure["data"]]


def reads_out_every_point(figure, chart) -> None:
    words = [one[0] for trace in chart.figure["data"] for one in trace.get("customdata", [])]
    figure.locator(".chart-drawing").focus()
    heard = []
    for _ in words:
        figure.page.keyboard.press("ArrowRight")
        heard.append(figure.locator(".chart-readout").inner_text())
    assert heard == words


@pytest.mark.parametrize("address", DECLARED)
def test_the_charts_of_a_page_from_a_stick(open_page, subtests, address):
    page = open_page(address)
    free = rooms(page)
    with subtests.test("those declared, in their order"):
        assert list(free) == DECLARED[address]
    for name in DECLARED[address]:
        chart = charts.get(name)
        with subtests.test("drawn when the reader comes near, with its words", chart=name):
            figure = figure_of(page, name)
            fills_its_room(figure, free[name])
            has_a_name_a_description_and_a_live_read_out(figure, chart)
        if not chart.script:
            with subtests.test("the traces meant", chart=name):
                draws_the_traces_meant(figure_of(page, name), chart)
            with subtests.test("the arrows read out every point", chart=name):
                reads_out_every_point(figure_of(page, name), chart)


@pytest.mark.parametrize("address", DECLARED)
def test_the_charts_of_a_page_from_a_server_on_a_phone_in_the_dark_and_then_on_paper(open_page, subtests, address):
    page = open_page(address, scheme="http", theme="dark", width=360)
    free = rooms(page)
    for name in DECLARED[address]:
        with subtests.test("drawn within the narrow page", chart=name):
            fills_its_room(figure_of(page, name), free[name])
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1280, "height": 900})
    for name in DECLARED[address]:
        with subtests.test("the picture is printed", chart=name):
            figure = page.locator(f"#fig-{name}")
            assert figure.locator(".chart-picture").is_visible()
            assert not figure.locator(".chart-drawing").is_visible()


@pytest.mark.parametrize("address", DECLARED)
def test_the_charts_of_a_page_without_javascript(open_page, subtests, address):
    page = open_page(address, javascript=False)
    for name in DECLARED[address]:
        with subtests.test("picture and table", chart=name):
            figure = page.locator(f"#fig-{name}")
            figure.scroll_into_view_if_needed()
            assert figure.locator(".chart-picture").is_visible()
            figure.locator(".chart-data > summary").click()
            assert figure.locator("table").is_visible()


@pytest.mark.parametrize(("address", "name"), PLOTTED[:1])
def test_home_end_and_escape(open_page, address, name):
    page = open_page(address)
    figure = figure_of(page, name)
    points = [one[0] for trace in charts.get(name).figure["data"] for one in trace.get("customdata", [])]
    drawing, readout = figure.locator(".chart-drawing"), figure.locator(".chart-readout")
    drawing.focus()
    page.keyboard.press("End")
    assert readout.inner_text() == points[-1]
    page.keyboard.press("Home")
    assert readout.inner_text() == points[0]
    page.keyboard.press("Escape")
    assert not drawing.evaluate("one => one === document.activeElement")
    assert readout.text_content().startswith("Wijs een punt aan")


@pytest.mark.parametrize(("address", "name"), PLOTTED[:1])
def test_a_switch_of_theme_draws_again(open_page, address, name):
    page = open_page(address)
    figure = figure_of(page, name)
    colour = "one => getComputedStyle(one.querySelector('.xtick text, .annotation-text')).fill"
    light = figure.evaluate(colour)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.wait_for_function(
        f"(before) => ({colour})(document.querySelector('#fig-{name}')) !== before", arg=light, timeout=5_000)


@pytest.mark.parametrize(("address", "name"), PLOTTED[:1])
def test_when_plotly_does_not_come_the_picture_and_the_table_do(open_page, address, name):
    page = open_page("index.html")
    page.route("**/plotly.js*", lambda route: route.abort())
    page.goto(page.url.replace("index.html", address))
    figure = page.locator(f"#fig-{name}")
    figure.scroll_into_view_if_needed()
    page.wait_for_selector(f"#fig-{name}[data-state=failed]", timeout=10_000)
    assert figure.locator(".chart-picture").is_visible()
    assert figure.locator("table").is_visible()


@pytest.mark.parametrize(("address", "name"), PLACES[:1])
@pytest.mark.parametrize("scheme", ["file", "http"])
def test_the_figures_can_be_downloaded(open_page, address, name, scheme):
    page = open_page(address, scheme=scheme)
    figure = page.locator(f"#fig-{name}")
    figure.locator(".chart-data > summary").click()
    with page.expect_download() as download:
        figure.locator(".chart-download a").click()
    assert download.value.suggested_filename == f"{name}.csv"


@pytest.mark.parametrize(("address", "name"), MOSAIC)
@pytest.mark.parametrize(("button", "most"), [(0, 1.0), (1, 0.2), (2, 0.01)])
def test_each_view_of_the_mosaic_leaves_fewer_cells(open_page, address, name, button, most):
    page = open_page(address)
    figure = figure_of(page, name)
    figure.locator(".chart-controls button").nth(button).click()
    share = figure.locator("canvas").evaluate(DARK_SHARE)
    assert most / 20 < share <= most
    assert charts.get(name).settings["views"][button]["words"] == figure.locator(".mosaic-readout").inner_text()


DARK_SHARE = """canvas => {
    const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    let dark = 0;
    for (let i = 0; i < pixels.length; i += 4) dark += Math.min(pixels[i], pixels[i + 1], pixels[i + 2]) < 140;
    return dark / (pixels.length / 4);
}"""


@pytest.mark.parametrize(("address", "name"), MOSAIC)
def test_the_keyboard_walks_zooms_and_resets_the_mosaic(open_page, address, name):
    page = open_page(address)
    figure = figure_of(page, name)
    readout = figure.locator(".mosaic-readout")
    figure.locator(".chart-drawing").focus()
    page.keyboard.press("ArrowRight")
    assert readout.inner_text().startswith("Gemeente 1 van 393")
    page.keyboard.press("ArrowRight")
    assert readout.inner_text().startswith("Gemeente 2 van 393")
    page.keyboard.press("+")
    assert figure.get_by_role("button", name="Zoom uit").is_enabled()
    page.keyboard.press("Home")
    assert not figure.get_by_role("button", name="Zoom uit").is_enabled()


@pytest.mark.parametrize(("address", "name"), MOSAIC)
def test_the_national_list_can_be_read_cell_by_cell(open_page, address, name):
    page = open_page(address)
    figure = figure_of(page, name)
    figure.locator(".chart-controls button").nth(2).click()
    figure.locator(".chart-drawing").focus()
    page.keyboard.press("ArrowRight")
    assert figure.locator(".mosaic-readout").inner_text() == "Categorie 1 van 36: Wmo."
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert figure.locator(".mosaic-readout").inner_text() == "Categorie 19 van 36: Jeugdwet."


@pytest.mark.parametrize(("address", "name"), MOSAIC)
def test_a_block_of_the_mosaic_can_be_pointed_at(open_page, address, name):
    page = open_page(address)
    figure = figure_of(page, name)
    figure.locator("canvas").hover(position={"x": 30, "y": 10})
    assert figure.locator(".mosaic-readout").inner_text().startswith("Gemeente 2 van 393")


def test_every_chart_of_the_site_is_known():
    built = {name for page in DECLARED for name in re.findall(
        r'data-chart="([a-z0-9-]+)"', (OUTPUT["lezer"] / page).read_text("utf-8"))}
    assert built <= set(charts.names())
