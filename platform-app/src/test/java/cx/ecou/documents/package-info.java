/** What is written about the program and must stay true: the list of its events, the description of its API. */
@NullMarked
package cx.ecou.documents;

import org.jspecify.annotations.NullMarked;
