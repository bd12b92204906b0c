"""A simulation in the page: Python answers the controls, links bring a setting, nothing is lost without a script."""

import re

import axe
import pytest
from keeping import comes_back
from playwright.sync_api import expect

from book import simulations
from book.charts.template import themed
from book.display import simulation_html

pytestmark = pytest.mark.browser

PAGE = "chapters/03-productcodes.html"
NOW = ".simulation-now .simulation-summary"
BARS = ".simulation-now .simulation-plot .bartext"
ESSAY = "393 gemeenten houden samen 393 lijsten bij"
NATIONAL = "393 gemeenten houden samen 1 lijst bij"


@pytest.fixture
def simulation(open_page):
    """Return a function that opens the page, with a fragment, and waits until the simulation is drawn."""

    def opened(fragment: str = "", drawn: bool = True, **options):
        page = open_page(PAGE + fragment, **options)
        page.locator(".simulation").scroll_into_view_if_needed()
        if drawn:
            page.locator(BARS).first.wait_for()
        return page

    return opened


def says(page, words: str) -> None:
    """Wait until the sentence holds `words`."""
    page.wait_for_function(
        "([at, words]) => document.querySelector(at).textContent.includes(words)", arg=[NOW, words]
    )


def slide(page, key: str, value: int) -> None:
    """Move a slider as a hand does."""
    page.locator(f"#sim-productcodes-{key}").evaluate(
        "(range, value) => { range.value = value; range.dispatchEvent(new Event('input', { bubbles: true })); }",
        value,
    )


def value(page, key: str) -> str:
    return page.locator(f"#sim-productcodes-{key}").input_value()


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_slider_moves_sentence_figure_and_table(simulation, scheme):
    page = simulation(scheme=scheme)
    slide(page, "landelijk", 100)
    says(page, NATIONAL)
    page.wait_for_function(
        "(bars) => [...document.querySelectorAll(bars)].some((bar) => bar.textContent === '369')", arg=BARS
    )
    expect(page.locator(".simulation-table tbody tr").last.locator("td").first).to_have_text("1")


def test_number_field_and_slider_move_together(simulation):
    page = simulation()
    page.get_by_label("Gemeenten, als getal").fill("100")
    says(page, "100 gemeenten houden samen 100 lijsten bij")
    assert value(page, "gemeenten") == "100"


def test_number_outside_the_range_is_mended_with_a_sentence(simulation):
    page = simulation()
    field = page.get_by_label("Gemeenten, als getal")
    field.fill("999")
    field.blur()
    expect(field).to_have_value("393")
    expect(page.locator(".simulation-note")).to_have_text("Gemeenten: 999 kan niet; de stand is 393.")


def test_keyboard_alone_moves_a_slider(simulation):
    page = simulation()
    page.locator("#sim-productcodes-gemeenten").focus()
    page.keyboard.press("ArrowLeft")
    says(page, "392 gemeenten")
    expect(page.locator("#sim-productcodes-gemeenten")).to_have_attribute("aria-valuetext", "392 gemeenten")


def test_shares_give_way_to_each_other(simulation):
    page = simulation("#productcodes&landelijk=80")
    slide(page, "regionaal", 60)
    assert value(page, "landelijk") == "40"
    assert page.locator(".control-rest").text_content() == "Eigen lijst: 0%"


def test_setting_that_cannot_be_is_told_in_dutch_and_the_page_goes_on(simulation):
    page = simulation()
    slide(page, "gemeenten", 5)
    says(page, "De aanbieder kan niet in meer gemeenten werken dan er zijn")
    slide(page, "gemeenten", 50)
    says(page, "50 gemeenten houden samen 50 lijsten bij")


def test_link_with_a_scenario_opens_it(simulation):
    page = simulation("#productcodes&scenario=landelijk")
    says(page, NATIONAL)
    expect(page.get_by_role("button", name="Eén landelijke lijst")).to_have_attribute("aria-pressed", "true")


def test_link_without_the_name_of_the_simulation_finds_it(simulation):
    says(simulation("#gemeenten=100&landelijk=100"), "100 gemeenten houden samen 1 lijst bij")


def test_link_with_values_that_cannot_be_is_mended_with_sentences(simulation):
    page = simulation("#productcodes&gemeenten=1000&uren=veel&ligging=overal&regionaal=50&landelijk=80")
    says(page, "393 gemeenten")
    page.wait_for_function("document.querySelector('.simulation-note').textContent")
    note = page.locator(".simulation-note").text_content()
    assert "Gemeenten: 1000 kan niet; de stand is 393." in note
    assert "‘veel’ is geen getal en is overgeslagen." in note
    assert "de keuze ‘overal’ bestaat niet en is overgeslagen." in note
    assert "samen meer dan 100%" in note


def test_setting_stands_in_the_address_and_survives_a_reload(simulation):
    page = simulation()
    slide(page, "gemeenten", 120)
    page.wait_for_function("location.hash.includes('gemeenten=120')")
    page.reload()
    says(page, "120 gemeenten")


def test_scenario_stands_in_the_address_by_its_name(simulation):
    page = simulation()
    page.get_by_role("button", name="Half om half").click()
    page.wait_for_function("location.hash === '#productcodes&scenario=half'")


def test_reset_returns_to_the_start_and_clears_the_address(simulation):
    page = simulation("#productcodes&scenario=landelijk")
    says(page, NATIONAL)
    page.get_by_role("button", name="Herstel").click()
    says(page, ESSAY)
    page.wait_for_function("location.hash === ''")


def test_copied_link_holds_the_setting(simulation):
    page = simulation("#productcodes&scenario=half", scheme="http")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer link").click()
    page.get_by_text("De link is gekopieerd.").first.wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/{PAGE}#productcodes&scenario=half")


def test_anchor_of_the_page_is_left_alone(simulation):
    page = simulation("#h03")
    assert page.url.endswith("#h03")
    assert page.locator(NOW).text_content().startswith(ESSAY)


def test_kept_setting_stands_beside_the_new_one_to_one_scale(simulation):
    page = simulation()
    page.get_by_role("button", name="Bewaar deze stand").click()
    slide(page, "gemeenten", 100)
    says(page, "100 gemeenten")
    expect(page.locator(".simulation-beside .simulation-summary")).to_contain_text(ESSAY)
    ranges = page.evaluate(
        "[...document.querySelectorAll('.simulation-plot')].map((plot) => plot.layout.xaxis.range.join())"
    )
    assert len(ranges) == 2 and ranges[0] == ranges[1]
    differs = page.locator(".simulation-differences tbody").inner_text()
    assert re.split(r"\s*\t\s*", differs.strip()) == ["Gemeenten", "393 gemeenten", "100 gemeenten"]
    expect(page.locator(".simulation-table thead")).to_contain_text("Codes in het land: bewaard")


def test_link_brings_a_comparison(simulation):
    page = simulation("#productcodes&scenario=half&naast.scenario=landelijk")
    says(page, "393 gemeenten houden samen 198 lijsten bij")
    expect(page.locator(".simulation-beside .simulation-summary")).to_contain_text(NATIONAL)


def test_comparison_can_be_ended_and_put_back(simulation):
    page = simulation("#productcodes&scenario=half&naast.scenario=landelijk")
    page.get_by_role("button", name="Zet deze stand terug").click()
    says(page, NATIONAL)
    page.get_by_role("button", name="Stop met vergelijken").click()
    expect(page.locator(".simulation-beside")).to_have_count(0)


def test_screen_reader_hears_the_last_sentence_once(simulation):
    page = simulation()
    page.evaluate(
        "const live = document.querySelector('.simulation-live'); window.heard = [];"
        "new MutationObserver(() => heard.push(live.textContent)).observe(live, { childList: true })"
    )
    for municipalities in (300, 200, 100):
        slide(page, "gemeenten", municipalities)
    page.wait_for_function("heard.length")
    page.wait_for_timeout(300)
    assert [text[:13] for text in page.evaluate("heard")] == ["100 gemeenten"]


def test_without_a_script_picture_sentence_and_table_remain(open_page):
    page = open_page(PAGE, javascript=False)
    assert page.locator(NOW).text_content().startswith(ESSAY)
    assert page.locator(".simulation-picture").is_visible() or page.locator(".simulation-table table").is_visible()
    assert not page.locator(".simulation input, .simulation button").first.is_visible()


def test_without_an_engine_the_page_says_so_and_keeps_the_picture(open_page):
    page = open_page("index.html", scheme="http")
    page.context.route("**/engine/*", lambda route: route.abort())
    page.goto(page.url.replace("index.html", PAGE))
    page.locator(".simulation").scroll_into_view_if_needed()
    slide(page, "gemeenten", 100)
    page.get_by_text("De simulatie kan in deze browser niet rekenen.").first.wait_for()
    assert page.locator(NOW).text_content().startswith(ESSAY)
    expect(page.locator("#sim-productcodes-gemeenten")).to_be_disabled()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_figure_follows_the_theme(simulation, theme):
    page = simulation(theme=theme)
    fill = (
        page.locator(".simulation-now .simulation-plot .point path")
        .nth(1)
        .evaluate("(bar) => getComputedStyle(bar).fill")
    )
    accent = {"light": "rgb(11, 85, 99)", "dark": "rgb(111, 195, 208)"}
    assert fill == accent[theme]


def test_narrow_screen_needs_no_scrolling_sideways(simulation):
    page = simulation(width=360, height=780)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(
        "[...document.querySelectorAll('.simulation :is(button, input, summary)')].filter((one) => one.offsetWidth)"
        ".every((one) => one.getBoundingClientRect().right <= 360)"
    )


def test_print_shows_the_setting_and_no_controls(simulation):
    page = simulation("#productcodes&scenario=half")
    page.emulate_media(media="print")
    assert "Gebruikt een landelijke lijst: 50%" in page.locator(".simulation-setting").inner_text()
    assert not page.locator("#sim-productcodes-gemeenten").is_visible()


def test_engine_and_model_load_when_the_simulation_comes_near_not_before(open_page):
    page = open_page("index.html", scheme="http")
    asked = []
    page.on("request", lambda request: asked.append(request.url.split("?")[0].rsplit("/_static/", 1)[-1]))
    page.goto(page.url.replace("index.html", PAGE), wait_until="networkidle")
    assert "engine/python.js" not in asked and "plotly.js" not in asked
    page.locator(".simulation").scroll_into_view_if_needed()
    page.locator(BARS).first.wait_for()
    assert "engine/python.js" in asked and "engine.js" not in asked


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_simulation_that_compares(simulation, theme):
    page = simulation("#productcodes&scenario=half&naast.scenario=landelijk", theme=theme)
    page.locator(".simulation-beside .bartext").first.wait_for()
    page.evaluate("document.querySelectorAll('.simulation details').forEach((one) => { one.open = true; })")
    assert not (found := axe.faults(page, ".simulation")), "\n".join(found)


def test_page_without_a_simulation_loads_nothing_of_it(open_page):
    page = open_page("index.html")
    assert page.locator("script[src*='simulation'], script[src*='engine']").count() == 0


MODELS = "back/modellen.html"


@pytest.fixture
def model(open_page):
    """Return a function that opens one simulation on the page of models: (page, its element)."""

    def opened(name: str, fragment: str = "", **options):
        page = open_page(f"{MODELS}{fragment}", **options)
        element = page.locator(f"#sim-{name}")
        element.scroll_into_view_if_needed()
        element.locator(".simulation-plot .main-svg").first.wait_for()
        return page, element

    return opened


def own_text(element, words: str) -> None:
    """Open the own table and let the model read `words`."""
    if not element.locator(".simulation-own textarea").is_visible():
        element.locator(".simulation-own summary").click()
    element.locator(".simulation-own textarea").fill(words)
    element.get_by_role("button", name="Reken met deze tabel").click()


OWN = "Jaar;Budget;Uitgaven\n2019;10.200;10.900\n2023;12.100;14.300"


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_own_table_sets_sentence_figure_and_table_and_stays_out_of_the_address(model, scheme):
    page, element = model("tekorten", scheme=scheme)
    own_text(element, OWN)
    element.get_by_text("In jouw tabel gaan de uitgaven van 10.900 in 2019").first.wait_for()
    expect(element.locator(".simulation-how")).to_contain_text("je eerste rij")
    expect(element.locator(".simulation-table tbody tr").first.locator("td").first).to_have_text("10.900")
    expect(element.locator("#sim-tekorten-korting")).to_be_disabled()
    expect(element.locator("#sim-tekorten-volume")).to_be_enabled()
    page.wait_for_timeout(500)
    assert "tekorten" not in page.url and "10" not in page.url.partition("#")[2]


@comes_back
def test_own_table_is_kept_in_this_browser_until_it_is_wiped(model):
    page, element = model("tekorten")
    own_text(element, OWN)
    element.get_by_text("In jouw tabel gaan de uitgaven").first.wait_for()
    page.reload()
    element.scroll_into_view_if_needed()
    element.get_by_text("In jouw tabel gaan de uitgaven").first.wait_for()
    element.get_by_role("button", name="Wis mijn gegevens").click()
    element.locator(".simulation-summary", has_text="In dit model gaan de uitgaven").wait_for()
    expect(element.locator(".simulation-own textarea")).to_have_value("")
    assert page.evaluate("localStorage.getItem('simulatie-tabel-tekorten')") == "{}"
    expect(element.locator("#sim-tekorten-korting")).to_be_enabled()


def test_mistake_in_an_own_table_is_told_and_nothing_is_lost(model):
    _, element = model("tekorten")
    own_text(element, OWN)
    element.get_by_text("In jouw tabel gaan de uitgaven").first.wait_for()
    own_text(element, OWN.replace("14.300", "veel"))
    element.get_by_text("Rij 3, kolom Uitgaven: ‘veel’ is geen getal.").first.wait_for()
    expect(element.locator(".simulation-own textarea")).to_have_value(OWN.replace("14.300", "veel"))
    expect(element.locator(".simulation-own textarea")).to_have_attribute("aria-invalid", "true")
    assert "In jouw tabel gaan de uitgaven" in element.locator(".simulation-summary").first.text_content()


def test_table_and_figure_are_saved_as_files(model):
    page, element = model("tekorten")
    own_text(element, OWN)
    element.get_by_text("In jouw tabel gaan de uitgaven").first.wait_for()
    found = {}
    for kind in ("CSV", "PNG", "SVG"):
        with page.expect_download() as download:
            element.get_by_role("button", name=f"als {kind}").click()
        found[kind] = download.value.path().read_bytes()
        assert download.value.suggested_filename == f"tekorten.{kind.lower()}"
    assert found["CSV"].decode("utf-8-sig").splitlines()[1].startswith("2019;10.900;10.900;10.200;10.200;700;700")
    assert found["PNG"].startswith(b"\x89PNG") and b"Hoe een tekort ontstaat" in found["SVG"]


def test_print_of_one_simulation_holds_only_that_one(model):
    page, element = model("tekorten")
    page.evaluate("window.print = () => {}")
    element.get_by_role("button", name="Druk af").click()
    page.emulate_media(media="print")
    assert element.locator(".simulation-table table").is_visible()
    assert not page.locator("#sim-risicodeling").is_visible() and not page.locator("h1").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#sim-risicodeling").is_visible()


def test_region_is_edited_by_keyboard_adds_up_and_stands_in_the_address(model):
    page, element = model("risicodeling")
    element.locator(".simulation-own summary").click()
    field = element.get_by_label("Inwoners (duizend), rij 2")
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("99")
    element.get_by_text("De regio komt uit jouw tabel: 319.000 inwoners.").first.wait_for()
    expect(element.locator(".simulation-sum")).to_have_text("Samen: 319")
    expect(element.locator("#sim-risicodeling-inwoners")).to_be_disabled()
    element.get_by_label("Gemeente, rij 2").fill("Grootstad")
    page.wait_for_function("decodeURIComponent(location.hash).includes('Grootstad;99')")
    page.reload()
    element.scroll_into_view_if_needed()
    element.get_by_text("De regio komt uit jouw tabel: 319.000 inwoners.").first.wait_for()
    element.locator(".simulation-table tbody", has_text="Grootstad").wait_for(state="attached")
    element.get_by_role("button", name="Zet de tabel terug").click()
    element.locator(".simulation-table tbody", has_text="Gemeente B").wait_for(state="attached")
    expect(field).to_have_value("150")
    expect(element.locator("#sim-risicodeling-inwoners")).to_be_enabled()


def test_region_with_a_mistake_keeps_the_last_result_and_marks_its_row(model):
    _, element = model("risicodeling")
    element.locator(".simulation-own summary").click()
    element.get_by_label("Inwoners (duizend), rij 3").fill("veel")
    element.get_by_text("Rij 3, kolom Inwoners (duizend): ‘veel’ is geen getal.").first.wait_for()
    expect(element.get_by_label("Inwoners (duizend), rij 3")).to_have_attribute("aria-invalid", "true")
    assert element.get_by_label("Inwoners (duizend), rij 2").get_attribute("aria-invalid") is None


def test_region_follows_the_profile_until_it_is_edited(model):
    _, element = model("risicodeling")
    element.get_by_label("negen even grote").check()
    element.locator(".simulation-table tbody tr", has_text="Gemeente B40.000").wait_for(state="attached")
    expect(element.locator("[data-row='1'][data-cell='1']")).to_have_value("40")


def test_block_of_cells_pastes_into_the_fields(model):
    page, element = model("risicodeling")
    element.locator(".simulation-own summary").click()
    element.get_by_label("Gemeente, rij 9").focus()
    page.evaluate(
        "() => { const data = new DataTransfer(); data.setData('text', 'Voor\\t21\\nAchter\\t22'); "
        "document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, "
        "cancelable: true })); }"
    )
    element.locator(".simulation-table tbody", has_text="Achter").wait_for(state="attached")
    expect(element.get_by_label("Inwoners (duizend), rij 10")).to_have_value("22")


@pytest.mark.parametrize("name", ["tekorten", "risicodeling"])
def test_own_table_is_fit_for_a_narrow_screen_and_for_axe(model, name):
    page, element = model(name, width=360, height=780)
    element.locator(".simulation-own summary").click()
    if name == "tekorten":
        own_text(element, OWN.replace("14.300", "veel"))
        element.get_by_text("‘veel’ is geen getal").first.wait_for()
        own_text(element, OWN)
    else:
        element.get_by_label("Inwoners (duizend), rij 2").fill("99")
    element.locator(".simulation-how:not(:empty)").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not (found := axe.faults(page, f"#sim-{name}")), "\n".join(found)


@pytest.mark.parametrize("name", ["bekostiging", "schulden"])
def test_panels_keep_their_amounts_on_their_single_axis(model, name):
    page, _ = model(name)
    drawn = """(n) => {
      const { data, layout } = document.querySelector(`[data-simulation="${n}"] .simulation-now .simulation-plot`);
      const words = data.find((trace) => trace.mode === "text");
      return { axes: Object.keys(layout).filter((key) => key.startsWith("yaxis")), words: words.text,
               bars: data.find((trace) => trace.type === "bar").y };
    }"""
    bars = [trace for trace in simulations.get(name).run().figure["data"] if trace["type"] == "bar"]
    now = page.evaluate(drawn, name)
    assert now["axes"] == ["yaxis"]
    assert {text for trace in bars for text in trace["text"]} <= set(now["words"])
    assert [bar > 0 for bar in now["bars"]] == [value > 0 for trace in bars for value in trace["y"]]


# The words of a drawing and where each stands: the ticks, the notes and the texts of the traces.
WORDS = """(area) => {
  const { left, top } = area.getBoundingClientRect();
  return [...area.querySelectorAll("text")].filter((text) => text.textContent).map((text) => {
    const box = text.getBoundingClientRect();
    return [text.textContent, box.left - left, box.top - top, getComputedStyle(text).fill];
  }).sort((one, other) => one[0].localeCompare(other[0]) || one[1] - other[1] || one[2] - other[2]);
}"""
PLAIN = """async (area, { data, layout }) => {
  const plain = document.createElement("div");
  area.after(plain);
  const size = { width: area.layout.width, height: area.layout.height };
  await Plotly.newPlot(plain, data, { ...layout, ...size }, { staticPlot: true });
  return plain;
}"""


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", ["tekorten", "prognose"])
def test_words_stand_where_plotly_puts_notes_and_ticks(model, name, width):
    _, element = model(name, width=width, height=780)
    area = element.locator(".simulation-now .simulation-plot")
    figure = themed(simulation_html.dressed(simulations.get(name).run().figure), "light")
    assert figure["layout"]["annotations"] and figure["layout"]["yaxis2"]
    assert not area.evaluate("({ layout }) => layout.annotations || layout.yaxis2")
    plain = area.evaluate_handle(PLAIN, figure)
    found, expected = area.evaluate(WORDS), plain.evaluate(WORDS)
    assert [(words, colour) for words, _, _, colour in found] == [(words, colour) for words, _, _, colour in expected]
    for (words, *here, _), (_, *there, _) in zip(found, expected, strict=True):
        assert here == pytest.approx(there, abs=1.5), words
