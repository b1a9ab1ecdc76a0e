package cx.ecou.provingground;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** With whom the processes of this machine speak, as Linux tells it in {@code /proc}. */
final class Sockets {

    private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6");
    private static final Pattern INODE = Pattern.compile("socket:\\[(\\d+)]");
    private static final int REMOTE = 2;
    private static final int INODE_COLUMN = 9;
    private static final long ENDING_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Sockets() {}

    private record Socket(String table, InetAddress remote, String inode) {

        boolean leadsOutside() {
            return !remote.isLoopbackAddress() && !remote.isAnyLocalAddress();
        }
    }

    /**
     * Addresses outside of this machine to which one of the processes has a socket now.
     *
     * @throws IOException when it cannot be told
     */
    static Set<String> outbound(List<ProcessHandle> processes) throws IOException {
        return having(processes, Socket::leadsOutside).stream()
                .map(socket -> socket.table() + " " + socket.remote().getHostAddress())
                .collect(Collectors.toSet());
    }

    /** How many connections within this machine the processes have: who sees these would see others. */
    static int within(List<ProcessHandle> processes) throws IOException {
        return having(processes, socket -> socket.remote().isLoopbackAddress()).size();
    }

    /** Whose a socket is takes long to find out: it is only asked where there are such sockets at all. */
    private static List<Socket> having(List<ProcessHandle> processes, Predicate<Socket> such) throws IOException {
        List<Socket> found = sockets().stream().filter(such).toList();
        Set<String> inodes = new HashSet<>();
        for (ProcessHandle process : found.isEmpty() ? List.<ProcessHandle>of() : processes) {
            inodes.addAll(inodesOf(process));
        }
        return found.stream().filter(socket -> inodes.contains(socket.inode())).toList();
    }

    private static List<Socket> sockets() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (String table : TABLES) {
            List<String> rows = Files.readAllLines(Path.of("/proc/net", table));
            for (String row : rows.subList(1, rows.size())) {
                String[] columns = row.strip().split("\\s+");
                sockets.add(new Socket(table, address(columns[REMOTE]), columns[INODE_COLUMN]));
            }
        }
        return sockets;
    }

    /** Of a process that is just ending nobody may know anything: shortly afterwards it is gone. */
    private static Set<String> inodesOf(ProcessHandle process) throws IOException {
        long end = System.nanoTime() + ENDING_NANOS;
        while (true) {
            try {
                return inodesNow(process);
            } catch (AccessDeniedException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        }
    }

    private static Set<String> inodesNow(ProcessHandle process) throws AccessDeniedException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            for (Path file : files) {
                Matcher inode = INODE.matcher(target(file));
                if (inode.matches()) {
                    inodes.add(inode.group(1));
                }
            }
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException | DirectoryIteratorException e) {
            return inodes; // The process has ended.
        }
        return inodes;
    }

    /** Files are closed while they are looked at; those behind them are still there. */
    private static String target(Path file) throws AccessDeniedException {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException e) {
            return "";
        }
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
