/** Conversations for programs. */
@NullMarked
package io.marquee.conversation.api;

import org.jspecify.annotations.NullMarked;
