package dashwright.lab.datadog.boards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.LabClock;
import dashwright.lab.datadog.DatadogLab;
import dashwright.lab.datadog.LabClient;
import dashwright.lab.datadog.TestWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoardsTest {
    private static final String BOARD = """
            {"title": "My Board & Co", "layout_type": "ordered", "widgets": [
              {"definition": {"type": "group", "layout_type": "ordered", "title": "A", "widgets": [
                {"definition": {"type": "note", "content": "hello"}}]}},
              {"definition": {"type": "timeseries", "requests": [{"q": "avg:queue.size{*}"}]}}]}
            """;
    private static final String OLD = """
            {"id": "old-old-old", "title": "Old", "layout_type": "free", "widgets": [],
             "author_handle": "ops@example.com", "created_at": "2020-01-01T00:00:00.000000+00:00"}
            """;

    private final LabClock clock = TestWorld.standingClock();
    private final DatadogLab lab = DatadogLab.start(DatadogLab.Options.of(new TestWorld().withDashboard(OLD), clock));
    private final LabClient client = LabClient.of(lab);

    @AfterEach
    void stop() {
        lab.close();
    }

    private List<String> listed(String query) {
        List<String> ids = new ArrayList<>();
        client.get("/api/v1/dashboard" + query)
                .json()
                .path("dashboards")
                .forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    private static String ids(String... ids) {
        List<String> entries = new ArrayList<>();
        for (String id : ids) {
            entries.add("{\"id\":\"" + id + "\",\"type\":\"dashboard\"}");
        }
        return "{\"data\":[" + String.join(",", entries) + "]}";
    }

    @Test
    void addsWhatTheServerAdds() {
        JsonNode created = client.post("/api/v1/dashboard", BOARD).json();
        String id = created.path("id").asText();
        assertThat(id).matches("[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}");
        assertThat(created.path("url").asText()).isEqualTo("/dashboard/" + id + "/my-board-co");
        assertThat(created.path("author_handle").asText()).isNotEmpty();
        assertThat(created.path("created_at").asText()).isEqualTo("2026-03-02T12:00:00.000000+00:00");
        assertThat(created.path("template_variables").isArray()).isTrue();
        assertThat(created.path("notify_list")).isEmpty();
        assertThat(created.path("description").isNull()).isTrue();
        assertThat(created.path("reflow_type").asText()).isEqualTo("auto");
        JsonNode group = created.path("widgets").path(0);
        assertThat(group.path("id").isIntegralNumber()).isTrue();
        assertThat(group.path("definition").path("widgets").path(0).path("id").asLong())
                .isNotEqualTo(group.path("id").asLong());
        assertThat(client.get("/api/v1/dashboard/" + id).json()).isEqualTo(created);
    }

    @Test
    void replacesABoardAndKeepsWhatIdentifiesIt() {
        JsonNode created = client.post("/api/v1/dashboard", BOARD).json();
        String path = "/api/v1/dashboard/" + created.path("id").asText();
        clock.advance(Duration.ofHours(1));
        JsonNode updated = client.send("PUT", path, created.toString().replace("My Board", "Your Board"))
                .json();
        assertThat(updated.path("id")).isEqualTo(created.path("id"));
        assertThat(updated.path("created_at")).isEqualTo(created.path("created_at"));
        assertThat(updated.path("modified_at").asText()).isEqualTo("2026-03-02T13:00:00.000000+00:00");
        assertThat(updated.path("widgets")).isEqualTo(created.path("widgets"));
        assertThat(updated.path("title").asText()).isEqualTo("Your Board & Co");
        assertThat(client.send("PUT", "/api/v1/dashboard/no-such-one", BOARD).status())
                .isEqualTo(404);
        assertThat(client.send("PUT", path, "{}").status()).isEqualTo(400);
        assertThat(client.get(path).json()).isEqualTo(updated);
    }

    @Test
    void listsBoards() {
        String id = client.post("/api/v1/dashboard", BOARD).json().path("id").asText();
        assertThat(listed("")).containsExactly("old-old-old", id);
        assertThat(listed("?count=1")).containsExactly("old-old-old");
        assertThat(listed("?start=1")).containsExactly(id);
        assertThat(listed("?filter[deleted]=true")).isEmpty();
        assertThat(listed("?filter[shared]=true")).isEmpty();
        LabClient.Answer answer = client.get("/api/v1/dashboard");
        assertThat(answer.header("x-ratelimit-limit")).isEqualTo("60");
        JsonNode summary = answer.json().path("dashboards").path(0);
        assertThat(summary.path("title").asText()).isEqualTo("Old");
        assertThat(summary.path("author_handle").asText()).isEqualTo("ops@example.com");
        assertThat(summary.path("created_at").asText()).startsWith("2020");
        assertThat(summary.has("widgets")).isFalse();
    }

    @Test
    void deletesAndRestores() {
        LabClient.Answer deleted = client.send("DELETE", "/api/v1/dashboard/old-old-old", "");
        assertThat(deleted.json().path("deleted_dashboard_id").asText()).isEqualTo("old-old-old");
        LabClient.Answer gone = client.get("/api/v1/dashboard/old-old-old");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.error()).isEqualTo("Dashboard with ID old-old-old not found");
        assertThat(listed("")).isEmpty();
        assertThat(listed("?filter[deleted]=true")).containsExactly("old-old-old");
        assertThat(client.send("PATCH", "/api/v1/dashboard", ids("old-old-old")).status())
                .isEqualTo(204);
        assertThat(listed("")).containsExactly("old-old-old");
        assertThat(client.send("PATCH", "/api/v1/dashboard", ids("old-old-old")).status())
                .isEqualTo(404);
    }

    @Test
    void deletesSeveralOrNone() {
        String id = client.post("/api/v1/dashboard", BOARD).json().path("id").asText();
        assertThat(client.send("DELETE", "/api/v1/dashboard", ids(id, "no-such-one"))
                        .status())
                .isEqualTo(404);
        assertThat(listed("")).hasSize(2);
        assertThat(client.send("DELETE", "/api/v1/dashboard", ids(id, "old-old-old"))
                        .status())
                .isEqualTo(204);
        assertThat(listed("")).isEmpty();
        assertThat(client.send("DELETE", "/api/v1/dashboard", "{}").status()).isEqualTo(400);
        assertThat(client.send("DELETE", "/api/v1/dashboard", "{\"data\":[{\"id\":\"x\"}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void keepsListsOfBoards() {
        JsonNode list = client.post("/api/v1/dashboard/lists/manual", "{\"name\": \"Mine\"}")
                .json();
        String id = list.path("id").asText();
        assertThat(list.path("type").asText()).isEqualTo("manual_dashboard_list");
        String items = "/api/v2/dashboard/lists/manual/" + id + "/dashboards";
        String entry = "{\"dashboards\":[{\"id\":\"old-old-old\",\"type\":\"custom_screenboard\"}]}";
        JsonNode added = client.post(items, entry).json();
        assertThat(added.path("added_dashboards_to_list").path(0).path("type").asText())
                .isEqualTo("custom_screenboard");
        JsonNode read = client.get(items).json();
        assertThat(read.path("total").asInt()).isEqualTo(1);
        assertThat(read.path("dashboards").path(0).path("title").asText()).isEqualTo("Old");
        assertThat(client.get("/api/v1/dashboard/lists/manual")
                        .json()
                        .path("dashboard_lists")
                        .path(0)
                        .path("dashboard_count")
                        .asInt())
                .isEqualTo(1);
        client.send("PUT", "/api/v1/dashboard/lists/manual/" + id, "{\"name\": \"Ours\"}");
        assertThat(client.get("/api/v1/dashboard/lists/manual/" + id)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Ours");
        assertThat(client.send("DELETE", items, entry).status()).isEqualTo(200);
        assertThat(client.get(items).json().path("total").asInt()).isZero();
        assertThat(client.send("PUT", items, entry).json().path("dashboards")).hasSize(1);
        assertThat(client.post(items, "{\"dashboards\":[{\"id\":\"no-such-one\"}]}")
                        .status())
                .isEqualTo(404);
        assertThat(client.send("DELETE", "/api/v1/dashboard/lists/manual/" + id, "")
                        .json()
                        .path("deleted_dashboard_list_id")
                        .asText())
                .isEqualTo(id);
        assertThat(client.get("/api/v1/dashboard/lists/manual/" + id).status()).isEqualTo(404);
        assertThat(client.post("/api/v1/dashboard/lists/manual", "{}").error()).contains("'name'");
    }
}
