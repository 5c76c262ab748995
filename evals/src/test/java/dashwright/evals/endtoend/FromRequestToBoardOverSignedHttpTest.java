package dashwright.evals.endtoend;

import java.io.IOException;

class FromRequestToBoardOverSignedHttpTest extends FromRequestToBoard {
    FromRequestToBoardOverSignedHttpTest() throws IOException, InterruptedException {
        super(Transport.SIGNED_HTTP);
    }
}
