package dashwright.bot.slack;

import com.slack.api.util.thread.ExecutorServiceProvider;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Gives the SDK virtual threads: its pools wait for the network nearly all the time. */
final class VirtualThreads implements ExecutorServiceProvider {
    @Override
    public ExecutorService createThreadPoolExecutor(String threadGroupName, int poolSize) {
        return Executors.newFixedThreadPool(
                poolSize, Thread.ofVirtual().name(threadGroupName + "-", 0).factory());
    }

    @Override
    public ScheduledExecutorService createThreadScheduledExecutor(String threadGroupName) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name(threadGroupName + "-", 0).factory());
    }
}
