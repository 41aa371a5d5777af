@NullMarked
package io.marquee.conversation.blast;

import org.jspecify.annotations.NullMarked;
