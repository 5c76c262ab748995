package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An uploaded file.
 *
 * @param id Slack's id, as in {@code F…}
 * @param name the file's name
 * @param title what people see
 * @param user who uploaded it
 * @param created when
 * @param readyAt until when Slack is still processing it: no image block may name it before
 * @param content the bytes
 * @param channels ids of the channels where it was shared
 */
public record StoredFile(
        String id,
        String name,
        String title,
        String user,
        Instant created,
        Instant readyAt,
        Bytes content,
        List<String> channels) {
    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "png", "image/png",
            "jpg", "image/jpeg",
            "gif", "image/gif",
            "svg", "image/svg+xml",
            "csv", "text/csv",
            "txt", "text/plain",
            "md", "text/markdown",
            "yaml", "text/yaml");

    public StoredFile {
        channels = List.copyOf(channels);
    }

    /** The name's ending in lower case, {@code yaml} for both spellings, {@code binary} where it says nothing. */
    public String fileType() {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        String type = ending.equals("yml") ? "yaml" : ending.equals("jpeg") ? "jpg" : ending;
        return TYPES.containsKey(type) ? type : "binary";
    }

    /** The media type. */
    public String mediaType() {
        return TYPES.getOrDefault(fileType(), "application/octet-stream");
    }

    /** The file as {@code files.info} describes it. */
    public ObjectNode toJson(String baseUrl) {
        String privateUrl = baseUrl + "/files-pri/" + id + "/" + name;
        ObjectNode json = Json.object()
                .put("id", id)
                .put("created", created.getEpochSecond())
                .put("timestamp", created.getEpochSecond())
                .put("name", name)
                .put("title", title)
                .put("mimetype", mediaType())
                .put("filetype", fileType())
                .put("user", user)
                .put("size", content.size())
                .put("mode", "hosted")
                .put("is_external", false)
                .put("is_public", false)
                .put("url_private", privateUrl)
                .put("url_private_download", privateUrl + "?download=1")
                .put("permalink", baseUrl + "/lab/files/" + id);
        json.set("channels", Json.texts(channels));
        return json;
    }
}
