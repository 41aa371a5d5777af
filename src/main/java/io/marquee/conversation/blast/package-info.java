/** What an event’s team writes to many of its guests at once. */
@NullMarked
package io.marquee.conversation.blast;

import org.jspecify.annotations.NullMarked;
