-- Paragraphs of the report that the officer has worded; numbers in them are named in braces.

create table if not exists passage (
  plan varchar(36) not null,
  passage varchar(200) not null,
  language varchar(10) not null,
  position int not null,
  text varchar not null,
  basis varchar not null,
  primary key (plan, passage, language)
);
