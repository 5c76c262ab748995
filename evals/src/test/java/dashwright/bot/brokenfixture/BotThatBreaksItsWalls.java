package dashwright.bot.brokenfixture;

import com.datadog.api.client.ApiClient;
import dashwright.lab.Lab;

/** What the bot must never hold or do. */
public record BotThatBreaksItsWalls(ApiClient client, Lab lab) {
    /** Waits in a way that nobody can test. */
    public void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
