/** Many requests for the same thing, served together: nobody waits longer than the batch before theirs takes. */
@NullMarked
package io.marquee.platform.batch;

import org.jspecify.annotations.NullMarked;
