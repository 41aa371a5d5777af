@NullMarked
package io.marquee.conversation.chat;

import org.jspecify.annotations.NullMarked;
