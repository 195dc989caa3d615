/** What is said: every sentence, number and date a person reads, in zh_CN and en. */
package plumbline.words;
