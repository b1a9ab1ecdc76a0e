package cx.ecou.eventstore.postgres;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How somebody gets into a database.
 *
 * @param url its address, as JDBC writes it
 * @param user a role of the database
 * @param password of the role; empty where none is asked for
 */
public record Login(String url, String user, String password) {

    /** Connections without a pool. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        if (!user.isEmpty()) {
            source.setUser(user);
            source.setPassword(password);
        }
        source.setApplicationName("ecou");
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** Without the password: this is what a log would show. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
