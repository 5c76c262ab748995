package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.Bytes;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Content;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.SlackError;
import dashwright.lab.slack.workspace.StoredFile;
import dashwright.lab.slack.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Uploading in three steps: an address is asked for, the bytes go there, and the files are shared. */
final class FileMethods {
    private final ApiContext context;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    FileMethods(ApiContext context) {
        this.context = context;
    }

    List<Method> methods() {
        return List.of(
                new Method("files.getUploadURLExternal", "files:write", this::getUploadUrl),
                new Method("files.completeUploadExternal", "files:write", this::completeUpload),
                new Method("files.info", "files:read", this::info));
    }

    /** Takes the bytes of an upload; false where nobody asked for that address. */
    boolean take(String id, Bytes content) {
        return uploads.computeIfPresent(id, (key, asked) -> new Upload(asked.name(), content)) != null;
    }

    private ObjectNode getUploadUrl(Arguments arguments) {
        String name = arguments.required("filename");
        if (arguments.number("length", 0, Integer.MAX_VALUE, 0) == 0) {
            throw SlackError.arguments(List.of("missing required field: length"));
        }
        String id = context.workspace().ids().next("F");
        uploads.put(id, new Upload(name, null));
        return Json.object()
                .put("upload_url", context.baseUrl() + "/upload/v1/" + id)
                .put("file_id", id);
    }

    private ObjectNode completeUpload(Arguments arguments) {
        JsonNode listed = arguments.structure("files", "invalid_arguments");
        if (!listed.isArray() || listed.isEmpty()) {
            throw SlackError.arguments(List.of("missing required field: files"));
        }
        List<Channel> channels = new ArrayList<>();
        List<String> named = arguments.has("channel_id") ? arguments.list("channel_id") : arguments.list("channels");
        named.forEach(id -> channels.add(context.writableChannel(id)));
        List<StoredFile> files = store(listed, channels);
        channels.forEach(channel -> share(arguments, channel, files));
        ArrayNode shown = Json.array();
        // Processing goes on after the answer: the type is empty in it, as recorded from Slack.
        files.forEach(file ->
                shown.add(file.toJson(context.baseUrl()).put("mimetype", "").put("filetype", "")));
        return Json.object().set("files", shown);
    }

    private List<StoredFile> store(JsonNode listed, List<Channel> channels) {
        List<Upload> found = new ArrayList<>();
        listed.forEach(file -> {
            Upload upload = uploads.get(file.path("id").asText());
            if (upload == null || upload.content() == null) {
                throw SlackError.of("file_not_found");
            }
            found.add(upload);
        });
        Workspace workspace = context.workspace();
        List<StoredFile> stored = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            Upload upload = found.get(i);
            String id = listed.get(i).path("id").asText();
            StoredFile file = new StoredFile(
                    id,
                    upload.name(),
                    listed.get(i).path("title").asText(upload.name()),
                    context.botUser(),
                    workspace.clock().instant(),
                    workspace.realTime().instant().plus(context.fileProcessing()),
                    upload.contentOrEmpty(),
                    channels.stream().map(Channel::id).toList());
            workspace.files().put(file);
            uploads.remove(id);
            stored.add(file);
        }
        return stored;
    }

    private void share(Arguments arguments, Channel channel, List<StoredFile> files) {
        boolean plain = !arguments.has("blocks");
        Content words = plain
                ? Content.ofText(arguments.text("initial_comment"))
                : context.composer()
                        .compose(
                                arguments.text("initial_comment"),
                                arguments.structure("blocks", "invalid_blocks_format"),
                                MissingNode.getInstance(),
                                MissingNode.getInstance());
        context.workspace()
                .messages()
                .post(Message.posted(
                        channel.id(),
                        context.workspace().ids().nextTs(),
                        arguments.has("thread_ts") ? arguments.text("thread_ts") : null,
                        context.botUser(),
                        words.withFiles(files.stream().map(StoredFile::id).toList())));
    }

    private ObjectNode info(Arguments arguments) {
        StoredFile file = context.workspace()
                .files()
                .find(arguments.required("file"))
                .orElseThrow(() -> SlackError.of("file_not_found"));
        ObjectNode answer = Json.object();
        answer.set("file", file.toJson(context.baseUrl()));
        answer.putArray("comments");
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    /** What was asked for, and the bytes once they are there. */
    private record Upload(String name, @Nullable Bytes content) {
        Bytes contentOrEmpty() {
            return content == null ? Bytes.copyOf(new byte[0]) : content;
        }
    }
}
