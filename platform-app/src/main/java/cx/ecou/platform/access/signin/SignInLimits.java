package cx.ecou.platform.access.signin;

import cx.ecou.platform.access.Secrets;
import cx.ecou.platform.access.Sweep;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try to sign in, counted in PostgreSQL for all nodes: few times for one e-mail from one address,
 * more often for one e-mail from anywhere, and for one address with any e-mail. It makes no difference whether the
 * e-mail has an account. Who knows the password is not counted.
 */
@Component
class SignInLimits implements Sweep {

    /** What an owner who has forgotten the password meets. */
    static final int TRIES = 5;

    static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int TRIES_FROM_ANYWHERE = 40;
    private static final int TRIES_OF_AN_ADDRESS = 60;
    private static final Duration LONG_PAUSE = Duration.ofMinutes(15);

    private final ProxyManager<String> buckets;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignInLimits(DataSource dataSource, JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("access.sign_in_limit")
                .clientClock(millis(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(LONG_PAUSE))
                .build();
    }

    /**
     * A try that has been counted.
     *
     * @param left how many more may follow
     * @param pause how long to wait; zero if this try may go on
     */
    record Try(long left, Duration pause) {

        boolean mayGoOn() {
            return pause.isZero();
        }
    }

    /** Counts a try before it is made, so that many at the same moment cannot slip through. */
    Try count(String email, String address) {
        Try here = count(bucket(pair(email, address), TRIES, PAUSE));
        return Stream.concat(Stream.of(here), wide(email, address).stream().map(SignInLimits::count))
                .filter(one -> !one.mayGoOn())
                .findFirst()
                .orElse(here);
    }

    /** Takes back what the right password has been counted for. */
    void forget(String email, String address) {
        buckets.removeProxy(pair(email, address));
        wide(email, address).forEach(bucket -> bucket.addTokens(1));
    }

    @Override
    public void sweep() {
        jdbc.sql("delete from access.sign_in_limit where expires_at < :now")
                .param("now", clock.millis())
                .update();
    }

    private List<BucketProxy> wide(String email, String address) {
        return List.of(
                bucket(key("email", email), TRIES_FROM_ANYWHERE, LONG_PAUSE),
                bucket(key("address", address), TRIES_OF_AN_ADDRESS, LONG_PAUSE));
    }

    private BucketProxy bucket(String key, int tries, Duration pause) {
        return buckets.builder()
                .build(
                        key,
                        () -> BucketConfiguration.builder()
                                .addLimit(limit -> limit.capacity(tries).refillIntervally(tries, pause))
                                .build());
    }

    private static Try count(BucketProxy bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new Try(probe.getRemainingTokens(), Duration.ZERO)
                : new Try(0, Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill())));
    }

    private static String pair(String email, String address) {
        return key("pair", email + " " + address);
    }

    /** Neither e-mails nor addresses are kept. */
    private static String key(String kind, String value) {
        return kind + ":" + HexFormat.of().formatHex(Secrets.sha256(value.toLowerCase(Locale.ROOT)));
    }

    private static TimeMeter millis(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
