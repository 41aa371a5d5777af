package io.marquee.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the archive for this machine. */
record PostgresBinaries(Path folder) {
    /** As in the pom: a new version gets a new folder; the data folder changes with the major number only. */
    static final String VERSION = "18.6.0";

    private static final int OWNER_MAY_EXECUTE = 0100;

    static PostgresBinaries unpackedIn(Path home) throws IOException {
        PostgresBinaries binaries = new PostgresBinaries(home.resolve("bin-" + VERSION));
        if (!Files.exists(binaries.folder)) binaries.unpack(home.resolve("bin-unpacking"));
        return binaries;
    }

    static String majorVersion() {
        return VERSION.substring(0, VERSION.indexOf('.'));
    }

    /** The archive's name for an operating system and processor, named as Java names them. */
    static String archiveFor(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String cpu = List.of("aarch64", "arm64").contains(processor) ? "arm_64" : "x86_64";
        return "postgres-" + os + "-" + cpu + ".txz";
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** Unpacks beside the final place and moves at the end, so that what is there is always whole. */
    private void unpack(Path beside) throws IOException {
        deleteTree(beside);
        Files.createDirectories(beside);
        try (TarArchiveInputStream archive = openArchive()) {
            for (TarArchiveEntry entry; (entry = archive.getNextEntry()) != null; ) write(archive, entry, beside);
        }
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static TarArchiveInputStream openArchive() throws IOException {
        String name = archiveFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        InputStream packed = PostgresBinaries.class.getClassLoader().getResourceAsStream(name);
        if (packed == null) {
            throw new DatabaseUnusable("This build carries no PostgreSQL for this machine (" + name
                    + "): build it here, or set MARQUEE_DATABASE_URL to use a server of yours.");
        }
        return new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)));
    }

    private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) throw new IOException("an entry that leaves its folder: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(archive, target);
                if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) return;
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
