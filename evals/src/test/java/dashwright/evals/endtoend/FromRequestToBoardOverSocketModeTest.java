package dashwright.evals.endtoend;

import java.io.IOException;

class FromRequestToBoardOverSocketModeTest extends FromRequestToBoard {
    FromRequestToBoardOverSocketModeTest() throws IOException, InterruptedException {
        super(Transport.SOCKET_MODE);
    }
}
