package dashwright.lab.slack.api;

import dashwright.lab.http.Call;
import dashwright.lab.http.LabServlet;
import dashwright.lab.http.Recorder;
import dashwright.lab.http.Reply;
import dashwright.lab.slack.workspace.Workspace;

/** The private addresses of files, which want the app's token as Slack's do. */
public final class FileServlet extends LabServlet {
    private final transient Workspace workspace;

    /** The servlet of {@code /files-pri/*}. */
    public FileServlet(Recorder recorder, Workspace workspace) {
        super(recorder);
        this.workspace = workspace;
    }

    @Override
    protected Reply answer(Call call) {
        if (!call.bearer().orElse("").equals(workspace.app().credentials().botToken())) {
            return Reply.text(401, "this address wants the app's token in an Authorization header");
        }
        // The path is /files-pri/ID/NAME.
        String[] parts = call.path().split("/", 4);
        return workspace
                .files()
                .find(parts.length > 2 ? parts[2] : "")
                .map(file -> Reply.of(200, file.mediaType(), file.content().toArray()))
                .orElseGet(() -> Reply.text(404, "there is no such file"));
    }
}
