/** The tables of a project of Taguette, as far as they say something of its texts. */
export const taguetteTables = `
  CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT, description TEXT, created TEXT);
  CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, description TEXT, filename TEXT, created TEXT,
    project_id INTEGER, text_direction TEXT, contents TEXT);
  CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path TEXT, description TEXT);
  CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER,
    snippet TEXT);
  CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);`
