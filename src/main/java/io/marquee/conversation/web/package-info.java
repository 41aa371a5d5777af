/** The pages of conversations. */
@NullMarked
package io.marquee.conversation.web;

import org.jspecify.annotations.NullMarked;
