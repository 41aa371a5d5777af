/** Where those who came answer, and where the team reads it. */
@NullMarked
package io.marquee.feedback.web;

import org.jspecify.annotations.NullMarked;
