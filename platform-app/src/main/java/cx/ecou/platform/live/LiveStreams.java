package cx.ecou.platform.live;

import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.platform.access.session.PageSessions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of this node. A page hears of a topic at most twice a second, however often it changes; a stream ends
 * with its session, and before the server stops, so that pages turn to another node at once.
 */
@Component
class LiveStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

    /** As many as a browser opens to one host; of more the oldest is closed. */
    static final int PER_SESSION = 6;

    static final Duration GRAIN = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int TELLERS = 4;

    private final Announcements announcements;
    private final PageSessions sessions;
    private final ConcurrentLinkedDeque<LiveStream> streams = new ConcurrentLinkedDeque<>();
    private volatile @Nullable ScheduledExecutorService threads;

    LiveStreams(Announcements announcements, PageSessions sessions) {
        this.announcements = announcements;
        this.sessions = sessions;
    }

    SseEmitter open(String session, Set<String> topics) {
        makeRoom(session);
        var stream = new LiveStream(session, new SseEmitter(LONGEST.toMillis()));
        List<Runnable> ears = topics.stream()
                .map(topic -> announcements.listen(topic, () -> stream.changed(topic)))
                .toList();
        stream.emitter().onCompletion(() -> {
            ears.forEach(Runnable::run);
            streams.remove(stream);
        });
        stream.emitter().onTimeout(stream::end);
        streams.add(stream);
        stream.beat();
        return stream.emitter();
    }

    int open() {
        return streams.size();
    }

    private void makeRoom(String session) {
        List<LiveStream> own =
                streams.stream().filter(s -> s.session().equals(session)).toList();
        own.stream().limit(Math.max(0, own.size() - PER_SESSION + 1)).forEach(LiveStream::end);
    }

    private void tellAll(ScheduledExecutorService tellers) {
        streams.stream().filter(LiveStream::wantsToTell).forEach(stream -> tellers.execute(stream::tell));
    }

    private void beatAll() {
        streams.forEach(stream -> {
            if (sessions.find(stream.session()).isPresent()) {
                stream.beat();
            } else {
                stream.end();
            }
        });
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newScheduledThreadPool(TELLERS, LiveStreams::thread);
        repeat(started, GRAIN, () -> tellAll(started));
        repeat(started, HEARTBEAT, this::beatAll);
        threads = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = threads;
        threads = null;
        if (running != null) {
            running.shutdownNow();
        }
        streams.forEach(LiveStream::end);
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    /** Goes on after a failure, for instance while the database cannot be reached. */
    private static void repeat(ScheduledExecutorService threads, Duration pause, Runnable work) {
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("Live pages were not served: {}", e.getClass().getSimpleName());
            }
        };
        threads.scheduleWithFixedDelay(guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "ecou-live");
        thread.setDaemon(true);
        return thread;
    }
}
