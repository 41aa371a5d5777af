/** Where those who come to an event talk with one another and with its team. */
@NullMarked
package io.marquee.conversation.chat;

import org.jspecify.annotations.NullMarked;
