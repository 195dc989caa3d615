-- One library holds several plans. Every row belongs to a plan and carries the place in its list.
-- An amount keeps the decimals it was written with beside it: 1.8 ten-thousands is 18000 with -3.

create table plan (
  plan varchar(36) not null,
  title varchar(500) not null,
  organisation varchar(500) not null,
  first_year int not null,
  last_year int not null,
  baseline_year int not null,
  rule_name varchar(200) not null,
  rule_basis varchar(20) not null,
  rule_met_is_ahead boolean not null,
  rule_preliminary boolean not null,
  primary key (plan)
);

create table rule_band (
  plan varchar(36) not null,
  position int not null,
  verdict varchar(20) not null,
  label varchar(200) not null,
  anchor varchar(20),
  bound decimal(37, 12),
  bound_decimals int,
  inclusive boolean,
  primary key (plan, position)
);

create table period (
  plan varchar(36) not null,
  period varchar(20) not null,
  primary key (plan, period)
);

create table department (
  plan varchar(36) not null,
  id varchar(36) not null,
  position int not null,
  name varchar(500) not null,
  primary key (plan, id)
);

create table indicator_group (
  plan varchar(36) not null,
  id varchar(36) not null,
  position int not null,
  name varchar(500) not null,
  primary key (plan, id)
);

create table indicator (
  plan varchar(36) not null,
  id varchar(36) not null,
  position int not null,
  indicator_group varchar(36) not null,
  name varchar(1000) not null,
  unit varchar(100) not null,
  kind varchar(20) not null,
  reporting varchar(20) not null,
  direction varchar(20) not null,
  property varchar(20) not null,
  decimals int not null,
  definition varchar not null,
  lead varchar(36),
  numerator varchar(1000),
  denominator varchar(1000),
  roll_up varchar(20) not null,
  hand_verdict varchar(20),
  hand_reason varchar,
  hand_on date,
  note varchar not null,
  primary key (plan, id)
);

create table part (
  plan varchar(36) not null,
  id varchar(36) not null,
  position int not null,
  indicator varchar(36) not null,
  name varchar(500) not null,
  primary key (plan, id)
);

-- owner: an indicator or a part
create table milestone (
  plan varchar(36) not null,
  owner varchar(36) not null,
  due_on date not null,
  role varchar(20) not null,
  amount decimal(37, 12) not null,
  amount_decimals int not null,
  relation varchar(20) not null,
  bound decimal(37, 12),
  bound_decimals int,
  striving boolean not null,
  primary key (plan, owner, due_on)
);

create table revision (
  plan varchar(36) not null,
  indicator varchar(36) not null,
  position int not null,
  due_on date not null,
  role varchar(20) not null,
  amount decimal(37, 12) not null,
  amount_decimals int not null,
  relation varchar(20) not null,
  bound decimal(37, 12),
  bound_decimals int,
  striving boolean not null,
  decided date not null,
  reason varchar not null,
  decision varchar not null,
  primary key (plan, indicator, position)
);

-- owner: an indicator or a part; a period holds one reported figure and, apart from it, one forecast
create table observation (
  plan varchar(36) not null,
  owner varchar(36) not null,
  period varchar(20) not null,
  forecast boolean not null,
  months int not null,
  amount decimal(37, 12),
  amount_decimals int,
  approximate boolean not null,
  raw varchar(1000) not null,
  missing varchar(20),
  status varchar(20) not null,
  source_document varchar(1000) not null,
  source_place varchar(1000) not null,
  source_department varchar(36),
  source_received date,
  source_evidence varchar(36),
  note varchar not null,
  primary key (plan, owner, period, forecast)
);

create table task (
  plan varchar(36) not null,
  id varchar(36) not null,
  position int not null,
  tree_level int not null,
  kind varchar(20) not null,
  title varchar(1000) not null,
  state varchar(20) not null,
  owner varchar(36),
  due_on date,
  note varchar not null,
  primary key (plan, id)
);

create table task_entry (
  plan varchar(36) not null,
  id varchar(36) not null,
  position int not null,
  task varchar(36) not null,
  entry_on date not null,
  text varchar not null,
  primary key (plan, id)
);

-- owner: a task entry, a finding or a countermeasure
create table quantity (
  plan varchar(36) not null,
  owner varchar(36) not null,
  position int not null,
  name varchar(1000) not null,
  unit varchar(100) not null,
  period varchar(20),
  amount decimal(37, 12),
  amount_decimals int,
  approximate boolean not null,
  raw varchar(1000) not null,
  missing varchar(20),
  before_amount decimal(37, 12),
  before_decimals int,
  before_approximate boolean,
  before_raw varchar(1000),
  before_missing varchar(20),
  primary key (plan, owner, position)
);

create table finding (
  plan varchar(36) not null,
  id varchar(36) not null,
  position int not null,
  title varchar(1000) not null,
  text varchar not null,
  primary key (plan, id)
);

create table countermeasure (
  plan varchar(36) not null,
  id varchar(36) not null,
  position int not null,
  title varchar(1000) not null,
  text varchar not null,
  lead varchar(36),
  due_on date,
  primary key (plan, id)
);

create table evidence (
  plan varchar(36) not null,
  id varchar(36) not null,
  position int not null,
  name varchar(1000) not null,
  sha256 varchar(64) not null,
  received date not null,
  primary key (plan, id)
);

-- which indicators, tasks, findings or supporting departments something names, in their order
create table link (
  plan varchar(36) not null,
  owner varchar(36) not null,
  kind varchar(20) not null,
  position int not null,
  target varchar(36) not null,
  primary key (plan, owner, kind, position)
);

create table change_edit (
  id bigint generated always as identity,
  plan varchar(36) not null,
  made timestamp(3) not null,
  name varchar not null,
  primary key (id)
);

-- row_key: the key of the row without the plan; column_name: empty where a row came or went as a whole
create table change_line (
  edit bigint not null,
  position int not null,
  table_name varchar(60) not null,
  row_key varchar(200) not null,
  column_name varchar(60) not null,
  old_value varchar,
  new_value varchar,
  primary key (edit, position)
);

create index change_edit_by_plan on change_edit (plan, id);
create index change_line_by_row on change_line (table_name, row_key, edit);
