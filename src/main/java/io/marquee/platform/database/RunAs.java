package io.marquee.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * As whom the database server runs. PostgreSQL refuses the machine's root, so that we step down first where we are it.
 *
 * @param prefix what stands before each command
 * @param uid who must own the server's files, or -1 where they stay ours
 */
record RunAs(List<String> prefix, int uid) {

    static RunAs detected() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) return ourselves();
        return Program.of("unshare", "-U", "true").succeeds() ? userNamespace() : unprivilegedAccount();
    }

    static RunAs ourselves() {
        return new RunAs(List.of(), -1);
    }

    /** A user namespace without a mapping: nobody inside, while the files stay root's own outside. */
    static RunAs userNamespace() {
        return new RunAs(List.of("unshare", "-U"), -1);
    }

    /** Where user namespaces are forbidden, as in many containers. */
    static RunAs unprivilegedAccount() throws IOException {
        String account = Program.of("id", "-u", "postgres").succeeds() ? "postgres" : "nobody";
        int uid = Integer.parseInt(Program.of("id", "-u", account).output().strip());
        int gid = Integer.parseInt(Program.of("id", "-g", account).output().strip());
        return new RunAs(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), uid);
    }

    /** Makes the server the owner of a file or folder that it has to use. */
    void give(Path path) throws IOException {
        if (uid >= 0) Files.setAttribute(path, "unix:uid", uid);
    }
}
