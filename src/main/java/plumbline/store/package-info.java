/**
 * What is kept: the library, one H2 file in the data folder, reached through jOOQ and by nobody
 * else.
 */
package plumbline.store;
