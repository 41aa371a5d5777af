package io.marquee.platform.personal;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a module keeps about a person. Every module with rows of people is one; a test looks through every column of the
 * database for somebody who was erased, so that none is forgotten.
 *
 * <p>All of it is SQL over the module's own tables, run as the platform in one transaction. It may use {@code :person} (the
 * account's id, or null), {@code :email} (the address), {@code :gone} (an address that is nobody's, another one for each
 * erasure), {@code :nobody} (what stands in a name's place), and every key that a module gives. What only
 * holds the address somewhere in a text is found by {@code platform.names_address}, and left alone until it is done with.
 */
public interface PersonalRecords {

    /** The module's name; the archive has a folder of it. */
    String module();

    /** Ids that the statements of other modules need, by name: each a query for them. */
    default Map<String, String> keys() {
        return Map.of();
    }

    /** Queries whose rows are the person's own, by what they are called in the archive. */
    default Map<String, String> told() {
        return Map.of();
    }

    /** Statements after which nothing here names the person; what the law wants kept stays without the name. */
    default List<String> erasing() {
        return List.of();
    }

    /** Why a person cannot be erased yet: the code of the refusal, and a query for the names of what stands in the way. */
    default Map<String, String> objections() {
        return Map.of();
    }

    /** Files of the person, by their path in the archive. Each is read after the transaction, from afar maybe; null: it is gone. */
    default Map<String, Supplier<byte @Nullable []>> files(Subject subject) {
        return Map.of();
    }

    /** Before all statements, in the same transaction: what is found by the address is still there. */
    default void erase(Subject subject) {}
}
