package dashwright.lab.datadog.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dashwright.lab.datadog.DatadogLab;
import dashwright.lab.datadog.TestWorld;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets a real browser draw a board and looks at what it made of it; skips itself where there is no browser. */
class DrawnPageTest {
    private static final String BOARD = """
            {"id": "abc-def-ghi", "title": "<b>Board</b>", "layout_type": "ordered", "widgets": [
              {"id": 1, "definition": {"type": "group", "title": "Summary", "layout_type": "ordered",
                "background_color": "vivid_blue", "widgets": [
                {"id": 2, "definition": {"type": "query_value", "title": "Queue", "precision": 1,
                  "requests": [{"response_format": "scalar", "formulas": [{"formula": "a * 200000"}],
                    "conditional_formats": [{"comparator": ">", "value": 5, "palette": "white_on_red"}],
                    "queries": [{"data_source": "metrics", "name": "a", "aggregator": "last",
                      "query": "sum:queue.size{env:prod}"}]}]}}]}},
              {"id": 3, "definition": {"type": "timeseries", "title": "Time", "show_legend": true,
                "markers": [{"value": "y = 120", "display_type": "error dashed", "label": "too slow"}],
                "requests": [{"q": "avg:request.time{*}", "display_type": "line"}]}},
              {"id": 4, "definition": {"type": "timeseries", "title": "Errors",
                "requests": [{"q": "sum:quiet.errors{*}.as_count()", "display_type": "bars"}]}},
              {"id": 5, "definition": {"type": "toplist", "title": "Hosts", "requests": [{"response_format": "scalar",
                "queries": [{"data_source": "metrics", "name": "a", "aggregator": "avg",
                  "query": "avg:queue.size{*} by {host}"}]}]}},
              {"id": 6, "definition": {"type": "note", "content": "**bold** <script>document.title = 'caught'</script>"}},
              {"id": 7, "definition": {"type": "iframe", "url": "https://example.com"}}]}
            """;

    private static Optional<Path> browser() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(file -> file.toFile().canExecute())
                .findFirst();
    }

    private static String drawn(Path browser, Path profile, String url) throws IOException, InterruptedException {
        Path out = profile.resolve("page.html");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile.resolve("profile"),
                        "--window-size=1200,1200",
                        "--virtual-time-budget=8000",
                        "--dump-dom",
                        url)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS))
                    .as("the browser is done")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    @Test
    void drawsWhatTheQueriesAnswer(@TempDir Path profile) throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "skipped: there is no Chromium on the path");
        try (DatadogLab lab = DatadogLab.start(
                DatadogLab.Options.of(new TestWorld().withDashboard(BOARD), TestWorld.standingClock()))) {
            String page = drawn(browser.orElseThrow(), profile, lab.url() + "/dashboard/abc-def-ghi");
            assertThat(page).contains("data-ready=\"true\"").contains("&lt;b&gt;Board&lt;/b&gt;");
            assertThat(page).contains("<span>8.0M</span>").contains("Summary</h2>");
            assertThat(page)
                    .contains("too slow</text>")
                    .contains("request.time")
                    .contains("<b>100 ms</b>");
            assertThat(page).contains("No data").contains("is not drawn by this page");
            assertThat(page).containsSubsequence("class=\"toplist\"", ">c</span>", ">b</span>", ">a</span>");
            assertThat(page).contains("<strong>bold</strong>").doesNotContain("<title>caught");
        }
    }
}
