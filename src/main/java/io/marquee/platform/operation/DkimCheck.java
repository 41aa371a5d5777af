package io.marquee.platform.operation;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.Settings.Dkim;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.function.Function;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.springframework.core.annotation.Order;

/** Whether the DNS publishes the key that our mail is signed with: a signature that nobody can check is worse than none. */
@Order(31)
class DkimCheck implements Check {
    private final Settings settings;

    DkimCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() {
        Dkim dkim = settings.mailing().dkim();
        return dkim == null ? List.of() : List.of(examine(dkim, DkimCheck::texts));
    }

    /** @param dns all TXT records of a name */
    static Finding examine(Dkim dkim, Function<String, List<String>> dns) {
        String mend = "publish at " + dkim.record() + " the TXT record v=DKIM1; k=" + (dkim.isRsa() ? "rsa" : "ed25519")
                + "; p=" + dkim.published();
        List<String> found = dns.apply(dkim.record());
        if (found.isEmpty()) return Finding.fail("mail: signed by DKIM, but " + dkim.record() + " has no key", mend);
        boolean right = found.stream()
                .map(record -> record.replaceAll("[\\s\"]", ""))
                .anyMatch(record -> record.matches("(.*;)?p=\\Q" + dkim.published() + "\\E(;.*)?"));
        return right
                ? Finding.ok("mail: signed by DKIM, and " + dkim.record() + " has its key")
                : Finding.fail("mail: signed by DKIM, but " + dkim.record() + " has another key", mend);
    }

    /** What could be dangerous are objects that a directory names; these are the texts of a name server. */
    @SuppressWarnings("BanJNDI")
    private static List<String> texts(String name) {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        environment.put("com.sun.jndi.dns.timeout.initial", "2000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        try {
            Attribute records = new InitialDirContext(environment)
                    .getAttributes(name, new String[] {"TXT"})
                    .get("TXT");
            List<String> texts = new ArrayList<>();
            if (records != null) {
                NamingEnumeration<?> all = records.getAll();
                while (all.hasMore()) texts.add(String.valueOf(all.next()));
            }
            return texts;
        } catch (NamingException unknown) {
            return List.of();
        }
    }
}
