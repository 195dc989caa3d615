/** What is handed over: tables and documents, all from one standing. */
package plumbline.report;
