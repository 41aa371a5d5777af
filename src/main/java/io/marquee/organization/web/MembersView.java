package io.marquee.organization.web;

import io.marquee.kernel.Wire;
import io.marquee.media.MediaLibrary;
import io.marquee.organization.InvitationView;
import io.marquee.organization.MemberView;
import io.marquee.organization.OrganizationNav;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of an organization's members.
 *
 * @param invite the fields of the form that invites
 */
public record MembersView(
        OrganizationNav nav, List<Row> members, List<Asked> asked, Powers powers, List<Field> invite) {
    private static final int AVATAR_WIDTH = 320;

    /** What whoever looks may do here. */
    public record Powers(boolean manages, boolean makesOwners) {}

    /**
     * One member.
     *
     * @param roles what they can be made; empty where whoever looks may not change it
     * @param removable whether whoever looks may take them out, or is them
     */
    public record Row(
            MemberView member, String role, @Nullable String avatar, List<Option> roles, boolean removable) {
        public String path(OrganizationNav nav) {
            return OrganizationNav.path(nav.organization()) + "/members/"
                    + member.person().value();
        }
    }

    /** One invitation that is open. */
    public record Asked(InvitationView invitation, String role, String until) {
        public String path(OrganizationNav nav) {
            return OrganizationNav.path(nav.organization()) + "/members/invitations/" + invitation.id();
        }
    }

    static MembersView of(
            OrganizationNav nav,
            List<MemberView> members,
            List<InvitationView> open,
            Powers powers,
            List<Field> invite,
            Text text) {
        return new MembersView(
                nav,
                members.stream().map(member -> row(member, powers, text)).toList(),
                open.stream().map(invitation -> asked(invitation, text)).toList(),
                powers,
                invite.stream()
                        .map(field -> field.name().equals("role") ? withRoles(field, powers, text) : field)
                        .toList());
    }

    static List<Field> invite(String email, OrganizationRole role, FieldErrors errors, Text text) {
        return List.of(
                Field.email("email", text.get("organization.field.email"))
                        .value(email)
                        .required()
                        .with("autocomplete", "off")
                        .error(errors.of("email")),
                Field.select("role", text.get("organization.field.role"), List.of())
                        .value(Wire.name(role))
                        .required()
                        .error(errors.of("role")));
    }

    private static Field withRoles(Field field, Powers powers, Text text) {
        return new Field(field.kind(), field.name(), field.label(), field.attributes(), roles(powers, text));
    }

    private static Row row(MemberView member, Powers powers, Text text) {
        boolean mine = powers.manages() && (powers.makesOwners() || member.role() != OrganizationRole.OWNER);
        return new Row(
                member,
                text.of("organization.role", member.role()),
                member.avatar() == null ? null : MediaLibrary.path(member.avatar(), AVATAR_WIDTH),
                mine ? roles(powers, text) : List.of(),
                mine || member.me());
    }

    private static Asked asked(InvitationView invitation, Text text) {
        return new Asked(
                invitation,
                text.of("organization.role", invitation.role()),
                text.shortDate(LocalDate.ofInstant(invitation.expiresAt(), ZoneOffset.UTC)));
    }

    private static List<Option> roles(Powers powers, Text text) {
        return Arrays.stream(OrganizationRole.values())
                .filter(role -> powers.makesOwners() || role != OrganizationRole.OWNER)
                .map(role -> Option.of(Wire.name(role), text.of("organization.role", role)))
                .toList();
    }
}
