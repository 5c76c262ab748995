package dashwright.lab.datadog;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dashwright.lab.Fault;
import dashwright.lab.datadog.http.BodyText;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The one place where WireMock and the lab meet: hands each request to the front desk, and its reply back. */
final class Dispatcher implements ResponseDefinitionTransformerV2 {
    private final FrontDesk desk;

    Dispatcher(FrontDesk desk) {
        this.desk = desk;
    }

    @Override
    public String getName() {
        return "simulated-datadog";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        try {
            return definition(desk.answer(call(event.getRequest())));
        } catch (Refusal unreadable) {
            return definition(new FrontDesk.Outcome(unreadable.reply(), Optional.empty()));
        }
    }

    private static Call call(Request request) {
        Map<String, String> headers = new TreeMap<>();
        request.getAllHeaderKeys().forEach(name -> headers.put(name, request.getHeader(name)));
        String encoding = request.containsHeader("Content-Encoding") ? request.getHeader("Content-Encoding") : "";
        String body = BodyText.of(request.getBody(), encoding);
        return Call.of(request.getMethod().getName(), request.getUrl(), headers, body);
    }

    private static ResponseDefinition definition(FrontDesk.Outcome outcome) {
        Reply reply = outcome.reply();
        ResponseDefinitionBuilder builder =
                ResponseDefinitionBuilder.responseDefinition().withStatus(reply.status());
        reply.headers().forEach(builder::withHeader);
        if (!reply.contentType().isEmpty()) {
            builder.withHeader("Content-Type", reply.contentType()).withBody(reply.body());
        }
        outcome.fault().ifPresent(fault -> spoil(builder, fault));
        return builder.build();
    }

    private static void spoil(ResponseDefinitionBuilder builder, Fault fault) {
        switch (fault.kind()) {
            case CUT, LOST -> builder.withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
            case LATENCY -> builder.withFixedDelay((int) fault.delay().toMillis());
            case STATUS -> {
                // The reply itself bears the status.
            }
        }
    }
}
