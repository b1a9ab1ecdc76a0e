package cx.ecou.provingground;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** With whom the processes of this machine speak, as Linux tells it in {@code /proc}. */
final class Sockets {

    private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6");
    private static final Pattern INODE = Pattern.compile("socket:\\[(\\d+)]");
    private static final int REMOTE = 2;
    private static final int INODE_COLUMN = 9;

    private Sockets() {}

    /** Addresses outside of this machine to which one of the processes has a socket now. */
    static Set<String> outbound(Stream<ProcessHandle> processes) throws IOException {
        Set<String> inodes = new HashSet<>();
        for (ProcessHandle process : processes.toList()) {
            inodes.addAll(inodesOf(process));
        }
        Set<String> found = new TreeSet<>();
        for (String table : TABLES) {
            for (String row : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] columns = row.strip().split("\\s+");
                if (columns.length > INODE_COLUMN && inodes.contains(columns[INODE_COLUMN])) {
                    InetAddress remote = address(columns[REMOTE]);
                    if (!remote.isLoopbackAddress() && !remote.isAnyLocalAddress()) {
                        found.add(table + " " + remote.getHostAddress());
                    }
                }
            }
        }
        return found;
    }

    /** Processes come and go, and so do their files: what is gone has no sockets. */
    private static Set<String> inodesOf(ProcessHandle process) {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            for (Path file : files.toList()) {
                Matcher inode = INODE.matcher(Files.readSymbolicLink(file).toString());
                if (inode.matches()) {
                    inodes.add(inode.group(1));
                }
            }
        } catch (IOException e) {
            return inodes;
        }
        return inodes;
    }

    /** {@code 0100007F:1F90} is 127.0.0.1: groups of four bytes, each written as a number of the machine. */
    static InetAddress address(String written) throws IOException {
        byte[] raw = HexFormat.of().parseHex(written.substring(0, written.indexOf(':')));
        byte[] bytes = new byte[raw.length];
        for (int i = 0; i < raw.length; i++) {
            bytes[i] = raw[i / 4 * 4 + 3 - i % 4];
        }
        return InetAddress.getByAddress(bytes);
    }
}
