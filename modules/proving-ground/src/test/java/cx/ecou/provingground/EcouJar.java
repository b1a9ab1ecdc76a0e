package cx.ecou.provingground;

import java.nio.file.Path;

/** The packed program, as the build has just made it. */
final class EcouJar {

    static final Path PATH =
            Path.of("../../platform-app/target/ecou.jar").toAbsolutePath().normalize();

    private EcouJar() {}
}
