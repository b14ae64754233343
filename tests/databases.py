"""Databases that Loregraph did not make, each in a shape of its own: films and people, and a wholesaler's trade."""

import neo4j as driver
import pytest

from agents.graphs.address import address

FILMS = (
    "CREATE CONSTRAINT films_title IF NOT EXISTS FOR (m:Movie) REQUIRE m.title IS UNIQUE",
    "CREATE INDEX films_name IF NOT EXISTS FOR (p:Person) ON (p.name)",
    """
    CREATE (m1:Movie {title: 'The Long Pier', released: 1999, tagline: 'Mind the gap'}),
           (m2:Movie {title: 'Salt', released: 2003}),
           (m3:Movie {title: 'Salt and Ash', released: 2008, tagline: 'Twice burnt'}),
           (a:Person {name: 'Ines Roth', born: 1964}), (b:Person {name: 'Tom Falk', born: 1967}),
           (c:Person {name: 'Zoë Lind', born: 1980}), (d:Person {name: 'Old Ferris'}),
           (a)-[:ACTED_IN {roles: ['Nell', 'Nora']}]->(m1), (b)-[:ACTED_IN {roles: ['Jack']}]->(m1),
           (c)-[:ACTED_IN {roles: ['Ash']}]->(m3), (a)-[:ACTED_IN {roles: ['Mae']}]->(m2),
           (b)-[:DIRECTED]->(m2), (b)-[:DIRECTED]->(m3), (d)-[:PRODUCED]->(m1), (d)-[:WROTE]->(m1),
           (a)-[:FOLLOWS]->(b), (b)-[:FOLLOWS]->(c),
           (b)-[:REVIEWED {summary: 'Fine', rating: 65}]->(m1), (b)-[:REVIEWED {summary: 'Better', rating: 80}]->(m1)
    """,
)
TRADE = (
    "CREATE CONSTRAINT trade_product IF NOT EXISTS FOR (p:Product) REQUIRE p.productID IS UNIQUE",
    "CREATE INDEX trade_customer IF NOT EXISTS FOR (c:Customer) ON (c.companyName)",
    """
    CREATE (k1:Category {categoryID: 1, categoryName: 'Beverages', description: 'Soft drinks'}),
           (k2:Category {categoryID: 2, categoryName: 'Condiments', description: 'Sauces and spreads'}),
           (p1:Product {productID: 1, productName: 'Black Tea', unitPrice: 18.0, inStock: 39, discontinued: false}),
           (p2:Product {productID: 2, productName: 'Cold Brew', unitPrice: 19.5, inStock: 17, discontinued: true}),
           (p3:Product {productID: 3, productName: 'Plum Sauce', unitPrice: 10.0, inStock: 0, discontinued: false}),
           (s1:Supplier {supplierID: 7, companyName: 'Harbour Goods', contactName: 'Pia Dorn', city: 'Cork'}),
           (s2:Supplier {supplierID: 8, companyName: 'Mill Lane Foods', contactName: 'Jan Oost', city: 'Ghent'}),
           (c1:Customer {customerID: 'BLAUP', companyName: 'Blau Pantry', contactName: 'Eva Stern',
                         contactTitle: 'Owner', city: 'Graz'}),
           (c2:Customer {customerID: 'CORNR', companyName: 'Corner Deli', contactName: 'Max Hill',
                         contactTitle: 'Owner', city: 'Cork'}),
           (e1:Employee {employeeID: 5, firstName: 'Ana', lastName: 'Vidal', title: 'Sales Manager'}),
           (e2:Employee {employeeID: 6, firstName: 'Lee', lastName: 'Moss', title: 'Sales Representative'}),
           (e3:Employee {employeeID: 9, firstName: 'Kai', lastName: 'Berg', title: 'Sales Representative'}),
           (o1:Order {orderID: 10248, orderDate: date('1996-07-04'), shipped: datetime('1996-07-16T09:30:00Z'),
                      freight: 32.38}),
           (o2:Order {orderID: 10249, orderDate: date('1996-07-05'), freight: 11.61}),
           (o3:Order {orderID: 10250, orderDate: date('1997-01-08'), freight: 65.83}),
           (p1)-[:PART_OF]->(k1), (p2)-[:PART_OF]->(k1), (p3)-[:PART_OF]->(k2),
           (s1)-[:SUPPLIES]->(p1), (s1)-[:SUPPLIES]->(p2), (s2)-[:SUPPLIES]->(p3),
           (c1)-[:PURCHASED]->(o1), (c1)-[:PURCHASED]->(o3), (c2)-[:PURCHASED]->(o2),
           (o1)-[:ORDERS {unitPrice: 14.0, quantity: 12, discount: 0.0}]->(p1),
           (o1)-[:ORDERS {unitPrice: 9.8, quantity: 10, discount: 0.0}]->(p3),
           (o2)-[:ORDERS {unitPrice: 19.5, quantity: 5, discount: 0.05}]->(p2),
           (o3)-[:ORDERS {unitPrice: 18.0, quantity: 40, discount: 0.1}]->(p1),
           (e1)-[:SOLD]->(o1), (e2)-[:SOLD]->(o2), (e2)-[:SOLD]->(o3),
           (e2)-[:REPORTS_TO]->(e1), (e3)-[:REPORTS_TO]->(e1)
    """,
)
EVERYTHING = (
    "MATCH (n) WITH n ORDER BY id(n) RETURN collect([labels(n), properties(n)])",
    "MATCH (h)-[e]->(t) WITH h, e, t ORDER BY id(e) RETURN collect([id(h), type(e), properties(e), id(t)])",
    "SHOW INDEXES YIELD name, type, labelsOrTypes, properties",
    "SHOW CONSTRAINTS YIELD name, type",
    "CALL db.labels()",
    "CALL db.relationshipTypes()",
    "CALL db.propertyKeys()",
)


class Database:
    """A database on the session's server, which somebody else fills and changes."""

    def __init__(self, made, name):
        self._made, self._name = made, name

    def run(self, *statements):
        for each in statements:
            found = self._made.execute_query(each, database_=self._name).records
        return found

    def everything(self):
        """Return all there is in it: what is stored, and what the server knows of it."""
        return [sorted(map(repr, self.run(each))) for each in EVERYTHING]

    def empty(self):
        self.run("MATCH (n) DETACH DELETE n")
        for kind in ("CONSTRAINT", "INDEX"):
            for (name,) in self.run(f"SHOW {kind}ES YIELD name" if kind == "INDEX" else "SHOW CONSTRAINTS YIELD name"):
                if name.startswith(("films_", "trade_")):
                    self.run(f"DROP {kind} `{name}`")


@pytest.fixture
def database(request):
    """The session's server with nothing in it; it is emptied in the end."""
    server = address(request.getfixturevalue("neo4j").address)
    with driver.GraphDatabase.driver(server.url, auth=(server.user, server.password)) as made:
        found = Database(made, server.database)
        found.empty()
        yield found
        found.empty()
