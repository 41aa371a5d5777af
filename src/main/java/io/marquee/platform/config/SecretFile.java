package io.marquee.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** A secret that is made once and kept in a file that only its owner may read. */
public record SecretFile(Path path) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** The secret: 64 hexadecimal digits, made now if there is none yet. */
    public String read() {
        try {
            if (!Files.exists(path)) create();
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret in " + path + " can be neither read nor made", e);
        }
    }

    /** Whether nobody but the owner of the file can read it. */
    public boolean isPrivate() throws IOException {
        return OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path));
    }

    private void create() throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, ".secret", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(whole, HexFormat.of().formatHex(random));
            // a link appears with its content or not at all, and never replaces one that another process made first
            Files.createLink(path, whole);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(whole);
        }
    }
}
