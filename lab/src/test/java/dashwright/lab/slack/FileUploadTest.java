package dashwright.lab.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.composition.SlackFileObject;
import dashwright.lab.LabClock;
import dashwright.lab.slack.workspace.StoredFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FileUploadTest {
    private static final String JSON = "{\"title\":\"S3 → B2\",\"widgets\":[]}";
    private final LabClock realTime = Clients.clock();
    private SlackLab lab;
    private MethodsClient slack;

    @BeforeEach
    void start() throws Exception {
        lab = SlackLab.start(SlackLab.Options.of(Clients.clock()).waitingBy(realTime));
        slack = Clients.methods(lab);
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
    }

    @Test
    void sharesAFileInAThread() throws Exception {
        String root = lab.driver().say("maya", "dashboards", "show me").ts();
        var answer = slack.filesUploadV2(request -> request.channel("C0DASHBRD")
                .threadTs(root)
                .filename("dashboard.json")
                .title("The board")
                .initialComment("what would be published")
                .fileData(JSON.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.isOk()).as(String.valueOf(answer.getError())).isTrue();

        StoredFile file = lab.sees().files().getFirst();
        assertThat(file.content().utf8()).isEqualTo(JSON);
        assertThat(file.mediaType()).isEqualTo("application/json");
        var reply = lab.sees().thread(root).getLast();
        assertThat(reply.content().files()).containsExactly(file.id());
        assertThat(reply.content().text()).isEqualTo("what would be published");
        assertThat(slack.filesInfo(request -> request.file(file.id())).getFile().getTitle())
                .isEqualTo("The board");
    }

    @Test
    void refusesAnImageUntilItsFileIsProcessed() throws Exception {
        slack.filesUploadV2(request -> request.channel("C0DASHBRD")
                .filename("preview.png")
                .fileData(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', '\r', '\n', 0, 1}));
        String id = lab.sees().files().getFirst().id();
        assertThat(lab.sees().files().getFirst().content().size()).isEqualTo(10);
        assertThat(showImage(id)).isEqualTo("invalid_blocks");
        realTime.advance(Duration.ofMillis(400));
        assertThat(showImage(id)).isNull();
    }

    private String showImage(String file) throws Exception {
        return slack.chatPostMessage(request -> request.channel("C0DASHBRD")
                        .text("preview")
                        .blocks(List.of(ImageBlock.builder()
                                .slackFile(SlackFileObject.builder().id(file).build())
                                .altText("a board")
                                .build())))
                .getError();
    }

    @Test
    void refusesToCompleteWhatWasNeverUploaded() throws Exception {
        var asked = slack.filesGetUploadURLExternal(
                request -> request.filename("a.json").length(3));
        var answer = slack.filesCompleteUploadExternal(
                request -> request.files(List.of(FilesCompleteUploadExternalRequest.FileDetails.builder()
                        .id(asked.getFileId())
                        .title("a")
                        .build())));
        assertThat(answer.getError()).isEqualTo("file_not_found");
    }

    @Test
    void givesAFilesBytesOnlyToTheApp() throws Exception {
        slack.filesUploadV2(request -> request.channel("C0DASHBRD")
                .filename("dashboard.json")
                .fileData(JSON.getBytes(StandardCharsets.UTF_8)));
        String id = lab.sees().files().getFirst().id();
        String url = slack.filesInfo(request -> request.file(id)).getFile().getUrlPrivate();
        assertThat(get(url, "").statusCode()).isEqualTo(401);
        assertThat(get(url, lab.credentials().botToken()).body()).isEqualTo(JSON);
    }

    private static HttpResponse<String> get(String url, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
