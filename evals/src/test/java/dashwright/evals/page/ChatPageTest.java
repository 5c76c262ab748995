package dashwright.evals.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dashwright.bot.approval.Proposal;
import dashwright.evals.demo.DemoHouse;
import dashwright.lab.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** What a person does who tries the demo: type on the chat page, read the draft, approve it, open the board. */
class ChatPageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aPersonTypesReadsApprovesAndOpensTheBoard(@TempDir Path profile) throws IOException, InterruptedException {
        Optional<Chromium> chromium = Chromium.find();
        assumeTrue(chromium.isPresent(), "skipped: there is no Chromium with a chromedriver on the path");
        try (Lab lab = Lab.start(Lab.Options.of("pypi").suggesting(List.of("/dash build s3 sync status")));
                DemoHouse house = DemoHouse.open(lab, Map.of())) {
            WebDriver browser = chromium.orElseThrow().open(profile);
            try {
                publish(browser, house);
            } finally {
                browser.quit();
            }
        }
    }

    private static void publish(WebDriver browser, DemoHouse house) {
        browser.get(house.lab().slack().pageUrl() + "?channel=C0DASHBRD&user=U0MAYA001");
        WebElement box = see(browser, By.cssSelector("#composer textarea"));
        box.sendKeys("/dash build s3 sync status", Keys.ENTER);

        // The draft comes in a thread; the channel shows how many replies that has.
        press(browser, By.cssSelector("#timeline .thread-link"));
        see(browser, By.xpath("//*[@id='thread']//*[contains(text(), 'evidence.txt')]"));
        String draft = browser.findElement(By.id("thread")).getText();
        assertThat(draft)
                .contains("S3 sync status")
                .contains("Tasks completed, last hour: 1,5")
                .contains("dashboard.json");
        press(browser, button("Approve and publish"));

        By link = By.xpath("//*[@id='thread']//a[contains(., 'Open S3 sync status in Datadog')]");
        String address = see(browser, link).getDomProperty("href");
        assertThat(browser.findElements(button("Approve and publish"))).isEmpty();
        browser.get(Objects.requireNonNull(address));

        WebElement completed = see(browser, By.cssSelector("#board .big"));
        assertThat(see(browser, By.id("title")).getText()).isEqualTo("S3 sync status");
        assertThat(completed.getText()).containsPattern("1[.,]?[45]\\d");
        assertThat(browser.findElement(By.id("board")).getText())
                .contains("Tasks completed, last hour")
                .contains("Files not cached now")
                .doesNotContain("is not drawn by this page");
        assertThat(house.bot().proposals().newestInThread("C0DASHBRD", thread(house)))
                .map(Proposal::state)
                .contains(Proposal.State.PUBLISHED);
    }

    /** The first such element, once a person can see it; pages redraw themselves meanwhile. */
    private static WebElement see(WebDriver browser, By what) {
        return await(what.toString())
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> browser.findElement(what), WebElement::isDisplayed);
    }

    /** Presses what can be seen, again where the page put another in its place before the press. */
    private static void press(WebDriver browser, By what) {
        await(what.toString())
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> {
                    browser.findElement(what).click();
                    return true;
                });
    }

    private static By button(String words) {
        return By.xpath("//*[@id='thread']//button[normalize-space(.)='" + words + "']");
    }

    private static String thread(DemoHouse house) {
        String bot = house.lab().slack().workspace().app().botUser().id();
        return house.lab().slack().sees().messages("dashboards").stream()
                .filter(message -> message.user().equals(bot))
                .findFirst()
                .orElseThrow()
                .ts();
    }
}
