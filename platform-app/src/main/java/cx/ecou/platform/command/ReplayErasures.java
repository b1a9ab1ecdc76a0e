package cx.ecou.platform.command;

import cx.ecou.eventstore.privacy.ErasureList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** {@code replay-erasures <file>}: destroys keys again that a restored database has brought back. */
final class ReplayErasures implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    @Override
    public int run(List<String> written, Environment environment) throws IOException {
        var list = new ErasureList(Path.of(Words.of(written, Set.of(), Set.of()).only("the list of erasures")));
        try (OpenDatabase database = OpenDatabase.of(environment)) {
            replay(list, database.login().dataSource());
        }
        return DONE;
    }

    static void replay(ErasureList list, DataSource database) {
        if (!list.exists()) {
            throw new CommandFailed("There is no list of erasures at " + list.path() + ".");
        }
        int again = list.replay(database);
        log.info(
                "{} erasures are in the list; {} of them had been undone and are in force again.",
                list.read().size(),
                again);
    }
}
