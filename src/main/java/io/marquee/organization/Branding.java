package io.marquee.organization;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.media.ImageView;
import io.marquee.media.MediaLibrary;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Changing what an organization says of itself and looks like. */
@Component
public class Branding {
    public static final int LONGEST_DESCRIPTION = 5000;
    private static final int LONGEST_WEBSITE = 500;

    private final OrganizationRows rows;
    private final OrganizationReads reads;
    private final MediaLibrary media;
    private final Access access;
    private final TransactionOperations transactions;

    Branding(
            OrganizationRows rows,
            OrganizationReads reads,
            MediaLibrary media,
            Access access,
            TransactionOperations transactions) {
        this.rows = rows;
        this.reads = reads;
        this.media = media;
        this.access = access;
        this.transactions = transactions;
    }

    /** The slug stays: addresses that are out there keep working. @throws InvalidInput */
    public OrganizationView edit(OrganizationId id, Brand typed) {
        access.require(Permission.EDIT_ORGANIZATION, id);
        check(typed);
        return transactions.execute(status -> {
            OrganizationView view = reads.byId(id);
            OrganizationView changed = new OrganizationView(
                    id,
                    view.slug(),
                    typed.name().strip(),
                    typed.description().strip(),
                    typed.website().isBlank() ? null : typed.website().strip(),
                    view.logo(),
                    typed.hue(),
                    view.personal());
            one(rows.updateBrand(changed));
            return changed;
        });
    }

    /** @throws InvalidInput at {@code logo} when it is no picture that we take */
    public void setLogo(OrganizationId id, byte[] picture) {
        access.require(Permission.EDIT_ORGANIZATION, id);
        ImageView image = media.add("logo", id, picture);
        transactions.executeWithoutResult(status -> one(rows.updateLogo(id, image.id())));
    }

    public void removeLogo(OrganizationId id) {
        access.require(Permission.EDIT_ORGANIZATION, id);
        transactions.executeWithoutResult(status -> one(rows.updateLogo(id, null)));
    }

    private static void check(Brand typed) {
        InvalidInput.Gatherer problems = InvalidInput.gather();
        Organizations.checkName(problems, typed.name());
        String description = typed.description();
        problems.check(description.length() <= LONGEST_DESCRIPTION, "description", "too_long", LONGEST_DESCRIPTION);
        problems.check(description.indexOf('\0') < 0, "description", "value");
        problems.check(isWebAddress(typed.website().strip()), "website", "not_a_web_address");
        problems.check(typed.hue() >= 0 && typed.hue() < 360, "hue", "out_of_range", 0, 359);
        problems.orThrow();
    }

    private static boolean isWebAddress(String text) {
        if (text.isEmpty()) return true;
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST_WEBSITE
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void one(boolean changed) {
        if (!changed) throw new NotFound("organization");
    }
}
