-- What people ask most, over the tables. Each view begins with the columns that tell its rows apart.

-- Every promise, of whatever kind, with its heading and its words.
CREATE VIEW promises AS
SELECT found.id, found.kind, documents.title AS plan, places.name AS place, found.year, pillars.title AS pillar,
       found.what, found.said, found.firmness, found.line, found.quote, found.sentence
FROM (
  SELECT id, 'target' AS kind, document, pillar, year, indicator AS what, printed AS said, firmness, line, start, quote, sentence FROM targets
  UNION ALL
  SELECT id, 'aim', document, pillar, year, indicator, quote, firmness, line, start, quote, sentence FROM aims
  UNION ALL
  SELECT id, 'project', document, pillar, year, name, stage, firmness, line, start, quote, sentence FROM pledges
  UNION ALL
  SELECT id, 'action', document, pillar, year, NULL, NULL, firmness, line, start, quote, sentence FROM actions
) AS found
LEFT JOIN documents ON documents.id = found.document
LEFT JOIN places ON places.code = documents.place
LEFT JOIN pillars ON pillars.id = found.pillar
ORDER BY found.document, found.start, found.id;

-- Who answers for what: a row a promise and sector, with the departments that the vocabulary gives to the sector.
CREATE VIEW duties AS
SELECT promises.id, sectors.name AS sector, leads.lead, promises.kind, promises.plan, promises.year, promises.what,
       promises.said, promises.quote
FROM (
  SELECT id, sectors FROM targets_sectors
  UNION ALL SELECT id, sectors FROM aims_sectors
  UNION ALL SELECT id, sectors FROM pledges_sectors
  UNION ALL SELECT id, sectors FROM actions_sectors
) AS held
JOIN promises ON promises.id = held.id
JOIN sectors ON sectors.id = held.sectors
LEFT JOIN sectors_lead AS leads ON leads.id = sectors.id
ORDER BY sectors.id, promises.id;

-- What plans promise for one indicator, side by side.
CREATE VIEW compared AS
SELECT indicators.id AS indicator, indicators.name, targets.measure, places.name AS place, targets.year,
       targets.comparator, targets.value, targets.low, targets.high, targets.unit, targets.printed, targets.id AS target
FROM targets
JOIN indicators ON indicators.id = targets.concept
JOIN documents ON documents.id = targets.document
LEFT JOIN places ON places.code = documents.place
ORDER BY indicators.name, targets.measure, places.name, targets.year, targets.id;

-- The indicator table as it is printed: a row a row, what is reached and what is planned.
CREATE VIEW figures AS
SELECT observations.id, documents.title AS plan, rows."order", rows.printed AS row, observations.year,
       observations.series, observations.value, observations.unit, observations.printed, observations.comparator
FROM observations
JOIN documents ON documents.id = observations.document
LEFT JOIN rows ON rows.id = observations.row
ORDER BY observations.document, rows."order", observations.year, observations.series, observations.id;
